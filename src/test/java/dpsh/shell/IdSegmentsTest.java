package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.session.Known;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdSegmentsTest {
    private static final String DISKS =
            "/subscriptions/s1/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/";
    private static final List<Known> IDS = List.of(
            id(DISKS + "msdiskbackup"),
            id(DISKS + "sqldata"),
            id("/subscriptions/s1/resourceGroups/other/providers/Microsoft.Compute/disks/d"));

    private static Known id(String value) {
        return new Known(value, "a disk", "disks", true);
    }

    private static List<String> offer(List<Known> known, String typed) {
        return IdSegments.offer(known, typed).stream()
                .map(k -> k.value() + (k.complete() ? " " : ""))
                .toList();
    }

    @Test
    void stopsAtTheFork() {
        assertThat(offer(IDS, "/"))
                .containsExactly(
                        "/subscriptions/s1/resourceGroups/RG-DiskBackup/", "/subscriptions/s1/resourceGroups/other/");
    }

    @Test
    void followsTheOnlyWayToTheNextForkWithoutABlank() {
        assertThat(offer(IDS, "/subscriptions/s1/resourceGroups/RG"))
                .containsExactly(DISKS + "msdiskbackup ", DISKS + "sqldata ");
    }

    @Test
    void endsWithABlankWhenTheIdIsWhole() {
        assertThat(offer(IDS, DISKS + "ms")).containsExactly(DISKS + "msdiskbackup ");
        assertThat(offer(IDS, "/subscriptions/s1/resourceGroups/o"))
                .containsExactly("/subscriptions/s1/resourceGroups/other/providers/Microsoft.Compute/disks/d ");
    }

    @Test
    void comparesWithoutCase() {
        assertThat(offer(IDS, DISKS.toUpperCase(java.util.Locale.ROOT) + "SQL")).containsExactly(DISKS + "sqldata ");
    }

    @Test
    void offersNamesFirstAndIdsOnceASlashIsTyped() {
        List<Known> both = List.of(id("msdiskbackup"), id(DISKS + "msdiskbackup"));
        assertThat(offer(both, "")).containsExactly("msdiskbackup ");
        assertThat(offer(both, "/")).containsExactly(DISKS + "msdiskbackup ");
    }

    @Test
    void keepsWhatIsMarkedAsABeginning() {
        List<Known> known = List.of(new Known("/subscriptions/s1/", "", "ids", false));
        assertThat(offer(known, "/sub")).containsExactly("/subscriptions/s1/");
    }
}
