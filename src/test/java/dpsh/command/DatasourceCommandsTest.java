package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatasourceCommandsTest {
    private static Dpsh dpsh;

    @BeforeAll
    static void start() {
        dpsh = Dpsh.atSeeds();
    }

    @AfterAll
    static void stop() {
        dpsh.close();
    }

    private static List<String> names(Ran ran) {
        return ran.out().lines().skip(1).map(line -> line.split(" ")[0]).toList();
    }

    @Test
    void listsBothKindsOfAllSubscriptions() {
        Ran ran = dpsh.run("datasource", "list").ends(0).says("14 datasources\n");
        assertThat(ran.out()).as(ran.toString()).startsWith("""
                name           kind             group          region   GiB  sku              state       tags
                disk-dev-01    disk             RG-DiskBackup  westus    64  StandardSSD_LRS  Unattached  env=dev
                """).contains("""
                shared-data    disk             RG-BlobBackup  westus  1024  Standard_LRS     Unattached  -
                msblobbackup   storage account  RG-BlobBackup  westus     -  Standard_LRS     available   -
                """);
    }

    @Test
    void theKindTheSubscriptionAndTheGroupNarrowIt() {
        assertThat(names(dpsh.run("datasource", "list", "disk", "--subscription", "Storage Team")
                        .ends(0)))
                .containsExactly("shared-data");
        assertThat(names(dpsh.run("datasource", "list", "--group", Seeds.SNAPSHOTS)
                        .ends(0)))
                .isEmpty();
        assertThat(names(dpsh.lines("use group RG-BlobBackup", "datasource list blob")
                        .ends(0)))
                .containsExactly(
                        "msblobbackup", "stdevdata01", "steastdata01", "stlakewest01", "stpremium01", "stprodlogs01");
    }

    @Test
    void unprotectedLeavesOutWhatAnyVaultProtects() {
        List<String> all = names(dpsh.run("datasource", "list", "disk").ends(0));
        List<String> unprotected =
                names(dpsh.run("datasource", "list", "disk", "--unprotected").ends(0));
        assertThat(all).contains("disk-east-02").hasSize(unprotected.size() + 1);
        assertThat(unprotected).doesNotContain("disk-east-02").contains("disk-east-01", "msdiskbackup");
    }

    @Test
    void jsonIsTheProvidersOwn() {
        Ran ran = dpsh.run("datasource", "list", "blob", "-o", "json").ends(0);
        assertThat(ran.json())
                .isEqualTo(Ran.read(dpsh.raw(
                                "/subscriptions/" + Seeds.STORAGE + "/providers/Microsoft.Storage/storageAccounts"))
                        .get("value"));
        Ran lines = dpsh.run("datasource", "list", "blob", "-o", "jsonl").ends(0);
        assertThat(lines.out().lines().map(line -> Ran.read(line).path("name").asText()))
                .startsWith("msblobbackup")
                .hasSize(6);
    }

    @Test
    void showsOneByKindAndNameOrById() {
        String disk = """
                name          msdiskbackup
                kind          disk
                group         RG-DiskBackup
                region        westUS
                GiB           128
                sku           Premium_LRS
                state         Unattached
                hierarchical  no
                tags          -
                id            %s
                """.formatted(Seeds.DISK);
        dpsh.run("datasource", "show", "disk", "MSdiskbackup")
                .ends(0)
                .prints(disk)
                .says("");
        dpsh.run("datasource", "show", Seeds.DISK).ends(0).prints(disk);
        Ran account =
                dpsh.run("datasource", "show", Seeds.ACCOUNT, "-o", "json").ends(0);
        assertThat(account.json()).isEqualTo(Ran.read(dpsh.raw(Seeds.ACCOUNT)));
    }

    @Test
    void aNameWithoutItsKindIsAskedBack() {
        dpsh.run("datasource", "show", "msdiskbackup")
                .ends(2)
                .prints("")
                .says("'msdiskbackup' may be a disk or a storage account. "
                        + "`datasource show disk msdiskbackup` or `datasource show blob msdiskbackup`.\n");
    }
}
