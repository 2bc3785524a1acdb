package dpsh.session;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.store.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigKeysTest {
    @TempDir
    Path directory;

    private List<String> warnings(String... lines) throws IOException {
        Path file = directory.resolve("config");
        Files.write(file, List.of(lines));
        List<String> warnings = new ArrayList<>();
        ConfigKeys.check(new ConfigFile(Home.of(directory, Map.of()), warnings::add), warnings::add);
        return warnings.stream()
                .map(warning -> warning.replace("'" + file + "'", "CONFIG"))
                .toList();
    }

    @Test
    void whatDpshWritesIsKnown() throws IOException {
        assertThat(warnings(
                        "# mine",
                        "profile=lab",
                        "alias.il=instance list",
                        "set.output=json",
                        "profile.lab.cloud=public",
                        "profile.lab.vault=/subscriptions/a/resourceGroups/b/providers/c/d/e",
                        "profile.lab.mode=read-only",
                        "profile.lab.mode./subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e=open"))
                .isEmpty();
    }

    @Test
    void aRuleForANameIsNoneAndThatIsSaid() throws IOException {
        assertThat(warnings("profile.lab.mode.testBkpVault=protected"))
                .containsExactly(
                        "warning: line 1 of CONFIG is passed over: 'mode.testBkpVault' protects nothing, because it"
                                + " names no ID; `protection set vault NAME protected` writes one");
    }

    @Test
    void aMisspeltKeyIsSaidWithTheNearestOne() throws IOException {
        assertThat(warnings("profile.lab.modes=protected", "profile.lab.theme=red", "profiles=lab", "profile.lab=x"))
                .containsExactly(
                        "warning: line 1 of CONFIG is passed over: a profile has no 'modes'; did you mean `mode`?",
                        "warning: line 2 of CONFIG is passed over: a profile has no 'theme'",
                        "warning: line 3 of CONFIG is passed over: 'profiles' is none of alias.NAME, profile,"
                                + " profile.NAME.KEY, set.NAME",
                        "warning: line 4 of CONFIG is passed over: 'profile.lab' is none of alias.NAME, profile,"
                                + " profile.NAME.KEY, set.NAME");
    }
}
