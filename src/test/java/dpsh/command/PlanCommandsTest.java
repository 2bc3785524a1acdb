package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCommandsTest {
    private static final String HOW = " --policy DiskBackup-Policy --snapshot-group snapshot-rg";

    private static Dpsh dpsh;
    private static String world;

    @TempDir
    Path files;

    @BeforeAll
    static void start() {
        dpsh = Dpsh.atSeeds();
        world = dpsh.world();
    }

    /** Whatever was planned, nothing came of it. */
    @AfterAll
    static void stop() {
        assertThat(dpsh.world()).isEqualTo(world);
        dpsh.close();
    }

    @Test
    void aFewAreToldOneByOneWhatIsInTheWayFirst() {
        dpsh.atVault("plan disks disk-prod-01 disk-east-01 --region westus" + HOW)
                .ends(2)
                .says("datasources are named, and filters choose them too: both at once would leave out what was named."
                        + " Name them, or filter.\n");
        dpsh.atVault("plan disks disk-prod-01 disk-east-01" + HOW)
                .ends(3)
                .prints("""
                        plan             2 disks with DiskBackup-Policy in testBkpVault
                        protect          1
                        unchanged        0
                        blocked          1
                        roles to assign  Disk Backup Reader on disk disk-prod-01
                                         Disk Snapshot Contributor on resource group snapshot-rg
                        forecast         about 11 min 40 s, 10 min of it until the roles act; 4 writes, about 3 reads

                        datasource    verdict  detail                                                                                       fix
                        disk-east-01  blocked  the disk is in eastus and the vault testBkpVault in westus; they must be in the same region  `vault list` shows the vaults and their regions
                        disk-prod-01  protect  lacks Disk Backup Reader and Disk Snapshot Contributor                                       -
                        """)
                .says("2 items\n");
    }

    @Test
    void theExitCodeSaysHowMuchIsInTheWay() {
        dpsh.atVault("plan disks disk-prod-01" + HOW).ends(0);
        dpsh.atVault("plan disks disk-east-01" + HOW).ends(1);
        dpsh.atVault("plan disks --name no-such-*" + HOW).ends(0).prints("""
                plan             0 disks
                protect          0
                unchanged        0
                blocked          0
                roles to assign  none
                forecast         nothing to do
                """);
    }

    @Test
    void groupsAndSubscriptionsNarrowItAndTheVaultStays() {
        assertThat(dpsh.atVault("plan disks --group RG-DiskBackup --tag env=prod --scope group -o json" + HOW)
                        .ends(3)
                        .json()
                        .path("plan")
                        .path("title")
                        .asText())
                .isEqualTo("4 disks with DiskBackup-Policy in testBkpVault");
        assertThat(dpsh.atVault("plan blobs --subscription 'Storage Team' --policy BlobBackup-Policy -o json")
                        .json()
                        .path("plan")
                        .path("items"))
                .hasSize(6);
        dpsh.atVault("plan disks --groups no-such-rg" + HOW)
                .ends(2)
                .mentions("there is no resource group 'no-such-rg'");
    }

    @Test
    void jsonLinesHoldTheHeadAndEveryItem() {
        Ran ran =
                dpsh.atVault("plan disks --groups RG-DiskBackup -o jsonl" + HOW).ends(3);
        assertThat(ran.out().lines()).hasSize(8);
        JsonNode head = Ran.read(ran.out().lines().findFirst().orElseThrow());
        assertThat(head.path("dpsh").asText()).isEqualTo("plan/1");
        assertThat(head.path("counts")).isEqualTo(Ran.read("{\"protect\":4,\"unchanged\":0,\"blocked\":3}"));
        assertThat(ran.out().lines().skip(1)).allMatch(line -> line.startsWith("{\"number\":"));
    }

    @Test
    void aSavedPlanIsReadBySomebodyElse() throws IOException {
        Path plan = files.resolve("plan.json");
        Ran made = dpsh.atVault("plan disks --groups RG-DiskBackup --save " + plan + HOW)
                .ends(3)
                .mentions("saved in " + plan);
        Path usual = Files.createFile(files.resolve("usual"));
        assertThat(Files.getPosixFilePermissions(plan)).isEqualTo(Files.getPosixFilePermissions(usual));
        Files.delete(usual);
        Ran shown = dpsh.run("plan", "show", plan.toString()).ends(0);
        assertThat(shown.out()).isEqualTo(made.out());
        Path copy = files.resolve("copy.json");
        Files.writeString(
                copy, dpsh.run("plan", "show", plan.toString(), "-o", "json").out());
        assertThat(copy).hasSameTextualContentAs(plan);
        assertThat(Files.list(files)).hasSize(2);
        Files.writeString(copy, Files.readString(plan).replace("\"blocked\"", "\"protect\""));
        dpsh.run("plan", "show", copy.toString()).ends(2).mentions("was edited", "an edited plan is not carried out");
        dpsh.run("plan", "show", "none.json").ends(2).mentions("there is no such file");
        dpsh.atVault("plan disks disk-prod-01 --save " + files.resolve("no/such/plan") + HOW)
                .ends(2)
                .mentions("there is no such directory");
    }

    @Test
    void datasourcesComeFromFilesAndFromOtherCommands() throws IOException {
        Path csv = Files.writeString(files.resolve("a.csv"), """
                datasource;policy;owner
                disk-dev-01;DiskDaily-Policy;x
                disk-prod-01;;y
                """);
        dpsh.atVault("plan disks --from " + csv + HOW).ends(0).mentions("the column 'owner' is not used");
        String json = dpsh.run("datasource", "list", "disk", "-o", "json").out();
        Ran ran = dpsh.run(json, new String[] {
            "--vault",
            "testBkpVault",
            "plan",
            "disks",
            "--from",
            "-",
            "--policy",
            "DiskDaily-Policy",
            "--snapshot-group",
            "snapshot-rg",
            "-o",
            "json"
        });
        assertThat(ran.ends(3).json().path("plan").path("items")).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "`name,polcy\nd,p\n` ~ the column 'polcy' means nothing here. Did you mean policy?",
                "`name,kind\nd,vm\n` ~ line 2: 'vm' is no kind of datasource. Say disk or blob.",
                "`d 1\n` ~ has a blank, and is no ID or name",
                "`disk-prod-01\nno-such\n` ~ line 2: there is no disk 'no-such'.",
                "`size\n3\n` ~ line 1: there is no disk 'size'",
                "`size,region\n3,4\n` ~ none of datasource, id, name",
            })
    void badFilesAreToldWithTheirLines(String text, String told) throws IOException {
        Path file = Files.writeString(files.resolve("bad"), text);
        Ran ran = dpsh.atVault("plan disks --from " + file + HOW);
        assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
        assertThat(ran.err()).contains(told.startsWith("line 1") ? "2 mistakes" : told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "plan disks --snapshot-group g ~ --policy is missing",
                "plan disks x --policy P --scope wide ~ 'wide' is no width of a role",
                "plan disks x --policy P --tag =v ~ names no tag",
                "plan disks --policy DiskBackup-Policy --min-size 9 --max-size 3 ~ swap the two",
                "plan blobs x --policy P --snapshot-group g ~ has no option '--snapshot-group'",
                "plan disks x --policy No-Policy ~ has no policy 'No-Policy'",
                "plan ~ is not a whole command",
            })
    void badLinesSayWhatIsWrong(String line, String told) {
        Ran ran = dpsh.atVault(line);
        assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
        assertThat(ran.err().toLowerCase()).contains(told.toLowerCase());
    }

    @Test
    void withoutAVaultAPolicysIdTellsIt() {
        dpsh.run("plan", "disks", "disk-prod-01", "--policy", "P").ends(2).mentions("no vault is chosen");
        dpsh.run("plan", "disks", "disk-prod-01", "--policy", Seeds.DISK_POLICY, "--snapshot-group", "snapshot-rg")
                .ends(0);
    }

    @Test
    void theServiceValidatesOnRequest() {
        Ran ran = dpsh.atVault("plan blobs msblobbackup stpremium01 --policy BlobBackup-Policy --validate -o json");
        assertThat(ran.json().path("plan").path("counts"))
                .as(ran.toString())
                .isEqualTo(Ran.read("{\"protect\":1,\"unchanged\":0,\"blocked\":1}"));
        assertThat(ran.json()
                        .path("plan")
                        .path("items")
                        .get(1)
                        .path("findings")
                        .get(0)
                        .path("code")
                        .asText())
                .isEqualTo("UserErrorUnsupportedStorageAccountType");
    }
}
