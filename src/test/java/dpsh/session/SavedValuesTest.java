package dpsh.session;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.DatasourceKind;
import dpsh.backup.InstanceDraft;
import dpsh.store.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Tab says of profiles, drafts, aliases and preferences. */
class SavedValuesTest {
    private static final String GROUP = "/subscriptions/s/resourceGroups/g/providers/";

    @TempDir
    Path directory;

    private Home home;

    @BeforeEach
    void write() throws IOException {
        home = Home.of(directory, Map.of());
        Files.writeString(directory.resolve("config"), """
                alias.mine = instance list
                profile.lab.endpoint = http://127.0.0.1:8080
                profile.odd.cloud = usgov
                profile.odd.speed = fast
                """);
    }

    private List<Known> offered(String kind, String typed) {
        ConfigFile file = new ConfigFile(home, text -> {});
        Saved saved = Saved.in(home, file, new Preferences(file), "default", text -> {});
        return new SavedValues(saved).candidates(kind, typed);
    }

    @Test
    void aProfileIsOfferedWithItsServiceAlsoOneThatCannotBeRead() {
        assertThat(offered("profile", ""))
                .contains(
                        new Known("lab", "http://127.0.0.1:8080", "profiles", true),
                        new Known("odd", "cannot be read", "profiles", true),
                        new Known("sandbox", "the embedded sandbox", "profiles", true));
    }

    @Test
    void aDraftIsOfferedWithWhatItProtectsAlsoOneThatCannotBeRead() throws IOException {
        Drafts drafts = new Drafts(home);
        drafts.keep(
                "friday",
                new InstanceDraft(
                        "d-1",
                        DatasourceKind.DISK,
                        ResourceId.parse(GROUP + "Microsoft.Compute/disks/d"),
                        new Location("westus"),
                        ResourceId.parse(GROUP + "Microsoft.DataProtection/backupVaults/v/backupPolicies/Daily"),
                        ResourceId.parse("/subscriptions/s/resourceGroups/snapshots"),
                        null));
        Files.writeString(home.drafts().resolve("broken.json"), "{");
        assertThat(offered("draft", ""))
                .containsExactly(
                        new Known("broken", "cannot be read", "drafts", true),
                        new Known("friday", "disk d with Daily", "drafts", true));
    }

    @Test
    void aWordOfOnesOwnIsOfferedWithItsLineAndAPreferencesWordWithWhatItIsAbout() {
        assertThat(offered("word", "MI")).containsExactly(new Known("mine", "instance list", "aliases", true));
        assertThat(offered("keys", ""))
                .containsExactly(
                        new Known("emacs", "The keys that edit a line; the default", "keys", true),
                        new Known("vi", "The keys that edit a line", "keys", true));
    }
}
