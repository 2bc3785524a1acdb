package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps of both articles one by one: permissions, build, validate, create, track, delete. */
class ArticleStepsTest {
    @ParameterizedTest
    @CsvSource({"2021-01-01, disk", "2025-07-01, disk", "2021-01-01, blob", "2025-07-01, blob"})
    void eachStepWorksOnItsOwn(String version, String kind) {
        boolean disk = kind.equals("disk");
        String name = disk ? "msdiskbackup" : "msblobbackup";
        String instance = disk ? Seeds.DISK_INSTANCE : Seeds.BLOB_INSTANCE;
        String what = kind + " " + name
                + (disk ? " --policy DiskBackup-Policy --snapshot-group snapshot-rg" : " --policy BlobBackup-Policy");
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            String[] at = {"--api-version", version, "-c", "use vault testBkpVault", "-c"};
            step(dpsh, at, "permission check " + what).ends(1).mentions("`permission grant` assigns what is missing");
            step(dpsh, at, "permission grant " + what)
                    .ends(0)
                    .mentions("in force: the service validated the request\n");
            step(
                            dpsh,
                            at,
                            "instance build " + what,
                            "instance validate",
                            "instance create --no-wait",
                            "operation watch")
                    .ends(0)
                    .mentions("accepted as operation ");
            Ran shown = step(dpsh, at, "instance show " + name + " -o json").ends(0);
            assertThat(shown.json().path("name").asText()).isEqualTo(instance);
            assertThat(shown.json().at("/properties/protectionStatus/status").asText())
                    .isEqualTo("ProtectionConfigured");
            Ran list = step(dpsh, at, "operation list -o json").ends(0);
            assertThat(list.json().get(0).path("operation").asText()).isEqualTo("BackupInstances_CreateOrUpdate");
            assertThat(list.json().get(0).path("state").asText()).isEqualTo("succeeded");
            Ran deleted = step(dpsh, at, "instance delete " + name + " --yes").ends(0);
            assertThat(deleted.out()).endsWith("delete " + name + ": succeeded: gone\n");
            step(dpsh, at, "instance list").ends(0).prints("").mentions("no backup instances\n");
        }
    }

    private static Ran step(Dpsh dpsh, String[] at, String... lines) {
        java.util.List<String> words = new java.util.ArrayList<>(java.util.List.of(at));
        words.add(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            words.add("-c");
            words.add(lines[i]);
        }
        return dpsh.run(words.toArray(String[]::new));
    }
}
