package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import dpsh.sandbox.SandboxEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code instance} in a world where the storage account is protected from the start and the disk is not. */
class InstanceCommandsTest {
    private static final String BUILD =
            "instance build disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg";

    private static Dpsh dpsh;

    @BeforeAll
    static void start() {
        dpsh = Dpsh.at(SandboxEstate.seeds()
                .protectedAccount(Seeds.VAULT, Seeds.BLOB_INSTANCE, Seeds.ACCOUNT, "BlobBackup-Policy"));
    }

    @AfterAll
    static void stop() {
        dpsh.close();
    }

    @Test
    void buildPrintsTheBodyOfValidateAndSendsNothing() {
        Ran ran = dpsh.atVault(BUILD).ends(0).says("");
        ran.prints("""
                {
                  "backupInstance": {
                    "dataSourceInfo": {
                      "datasourceType": "Microsoft.Compute/disks",
                      "objectType": "Datasource",
                      "resourceID": "%s",
                      "resourceLocation": "westUS",
                      "resourceName": "msdiskbackup",
                      "resourceType": "Microsoft.Compute/disks",
                      "resourceUri": ""
                    },
                    "policyInfo": {
                      "policyId": "%s",
                      "policyParameters": {
                        "dataStoreParametersList": [
                          {
                            "dataStoreType": "OperationalStore",
                            "objectType": "AzureOperationalStoreParameters",
                            "resourceGroupId": "%s"
                          }
                        ]
                      }
                    },
                    "objectType": "BackupInstance"
                  }
                }
                """.formatted(Seeds.DISK, Seeds.DISK_POLICY, Seeds.SNAPSHOTS));
        Ran lines = dpsh.lines("use vault testBkpVault", BUILD + " -o jsonl", "operation list")
                .ends(0);
        assertThat(lines.out().lines()).hasSize(1);
        assertThat(lines.json()).isEqualTo(ran.json());
        lines.mentions("no operations\n");
    }

    @Test
    void buildTakesIdsAndARegionWithoutAskingForTheDatasource() {
        Ran ran = dpsh.atVault("instance build blob " + Seeds.ACCOUNT.replace("msblobbackup", "notthere")
                        + " --location westus --policy " + Seeds.BLOB_POLICY)
                .ends(0);
        assertThat(ran.json().at("/backupInstance/dataSourceInfo/resourceName").asText())
                .isEqualTo("notthere");
    }

    @Test
    void buildWarnsOfTheDisksOwnGroup() {
        dpsh.atVault(BUILD.replace("snapshot-rg", "RG-DiskBackup"))
                .ends(0)
                .says("warning: the snapshot group is the disk's own group; Microsoft advises a group of its own.\n");
    }

    @Test
    void validateTellsTheRefusalAndTheCommandThatHelps() {
        Ran ran = dpsh.lines("use vault testBkpVault", BUILD + " -o jsonl", "instance validate")
                .ends(1);
        assertThat(ran.out())
                .as(ran.toString())
                .contains(
                        "validate msdiskbackup: failed: UserErrorMissingRequiredPermissions: ",
                        "does not have authorization to perform action",
                        "(`permission grant`)");
    }

    @Test
    void aFailedValidationIsTheLastErrorToExplain() {
        Ran ran = dpsh.run(
                "--keep-going",
                "-c",
                "use vault testBkpVault",
                "-c",
                BUILD.replace("build", "validate"),
                "-c",
                "explain last");
        assertThat(ran.out())
                .as(ran.toString())
                .contains(
                        "\ncode              UserErrorMissingRequiredPermissions\n",
                        "\n\nabout the code\n",
                        "command        permission grant\n");
    }

    @Test
    void validateAsJsonIsTheOutcome() {
        Ran ran = dpsh.atVault(BUILD.replace("build", "validate") + " -o json").ends(1);
        assertThat(ran.json().path("outcome").asText()).isEqualTo("failed");
        assertThat(ran.json().path("code").asText()).isEqualTo("UserErrorMissingRequiredPermissions");
    }

    @Test
    void listShowsStateInEveryFormat() {
        dpsh.atVault("instance list").ends(0).prints("""
                datasource    kind  policy             state                 instance                                           vault
                msblobbackup  blob  BlobBackup-Policy  ProtectionConfigured  msblobbackup-6171be32-d333-5a4e-8caf-d50d3d5d933c  testBkpVault
                """).says("1 backup instance\n");
        dpsh.atVault("instance list -o record").ends(0).prints("""
                datasource  msblobbackup
                kind        blob
                policy      BlobBackup-Policy
                state       ProtectionConfigured
                instance    msblobbackup-6171be32-d333-5a4e-8caf-d50d3d5d933c
                vault       testBkpVault
                """);
        assertThat(dpsh.atVault("instance list -o json").json())
                .isEqualTo(Ran.read(dpsh.raw(Seeds.VAULT + "/backupInstances")).get("value"));
        assertThat(dpsh.atVault("instance list -o jsonl").out().lines()).hasSize(1);
    }

    @Test
    void showFindsAnInstanceByAllItsNames() {
        String id = Seeds.VAULT + "/backupInstances/" + Seeds.BLOB_INSTANCE;
        String record = """
                instance       msblobbackup-6171be32-d333-5a4e-8caf-d50d3d5d933c
                state          ProtectionConfigured
                provisioning   Succeeded
                datasource     msblobbackup
                kind           storage account
                region         westus
                policy         BlobBackup-Policy
                vault          testBkpVault
                datasource id  %s
                id             %s
                """.formatted(Seeds.ACCOUNT, id);
        for (String name : new String[] {"msblobbackup", Seeds.BLOB_INSTANCE, id, Seeds.ACCOUNT}) {
            dpsh.atVault("instance show " + name).ends(0).prints(record).says("");
        }
        assertThat(dpsh.run("instance", "show", id, "-o", "json").ends(0).json())
                .isEqualTo(Ran.read(dpsh.raw(id)));
    }

    @Test
    void createOfWhatIsProtectedJustSoChangesNothing() {
        String world = dpsh.world();
        Ran ran = dpsh.atVault("instance create blob msblobbackup --policy BlobBackup-Policy")
                .ends(0)
                .says("msblobbackup is protected just so already: nothing was changed\n");
        assertThat(ran.out()).startsWith("instance       " + Seeds.BLOB_INSTANCE);
        assertThat(dpsh.world()).isEqualTo(world);
    }

    @Test
    void aBodyFromAFileOrStandardInputIsTheSameAsOptions() throws IOException {
        String body = dpsh.atVault(BUILD).out();
        Path file = Files.writeString(dpsh.home().resolve("body.json"), body);
        assertThat(dpsh.run("instance", "build", "--body", file.toString())
                        .ends(0)
                        .out())
                .isEqualTo(body);
        assertThat(dpsh.run(body, new String[] {"instance", "build", "--body", "-"})
                        .ends(0)
                        .out())
                .isEqualTo(body);
    }

    @Test
    void theArticlesMistakesAreTakenWithAWord() throws IOException {
        String body = dpsh.atVault(BUILD)
                .out()
                .replace(
                        "\"Microsoft.Compute/disks\",\n      \"objectType\"",
                        "\"Microsoft.Compute/\",\n      \"objectType\"")
                .replace("dataSourceInfo", "datasourceinfo");
        Path file = Files.writeString(dpsh.home().resolve("article.json"), body);
        dpsh.run("instance", "build", "--body", file.toString())
                .ends(0)
                .says("note: 'datasourceinfo' is written 'dataSourceInfo' by the contract and was put right.\n"
                        + "note: datasourceType 'Microsoft.Compute/' is cut off, as in the disk article's first body, and"
                        + " is Microsoft.Compute/disks.\n");
    }

    @Test
    void deleteWithoutATerminalIsRefusedAndSaysWhatWouldHappen() {
        String world = dpsh.world();
        Ran ran = dpsh.atVault("instance delete msblobbackup").ends(2).prints("");
        ran.mentions(
                "this must be confirmed, and there is nobody to ask",
                "deletes its backups (instance msblobbackup-6171be32-d333-5a4e-8caf-d50d3d5d933c)",
                "Add --yes to a script.");
        assertThat(dpsh.world()).isEqualTo(world);
    }
}
