package dpsh.law;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.InProcess;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.client.ClientBench;
import dpsh.client.ScriptedArm;
import dpsh.sandbox.SandboxFaults;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 5: IDs have no case, property names are read without case and written as the contract spells them, and what is unknown
 * is kept and shown. Every ID in every case is {@code ResourceIdLawsTest}'s.
 *
 * <p>Red, each tried: {@code ResourceId.equals} over {@code text}; {@code Fields.spelling} without its search;
 * {@code ResourceId.parse} lower-casing its text; {@code InstanceJson.state} answering only words that it knows;
 * {@code InstanceBody} writing {@code resourceId}.
 */
class Law05IdsHaveNoCaseTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @TempDir
    Path home;

    @Test
    void anIdInAnotherCaseIsTheSameThingFromOneEndToTheOther() {
        try (Rehearsal rehearsal = new Rehearsal(home)) {
            String shouted = Rehearsal.DISK.toUpperCase(Locale.ROOT);
            InProcess.Ended first = rehearsal.lines(
                    "protect disk " + shouted + " --policy diskbackup-POLICY --snapshot-group SNAPSHOT-rg --grant");
            assertThat(first.code()).as(first.toString()).isZero();
            rehearsal.refuseChanges();
            rehearsal.refuseValidations();
            InProcess.Ended again = rehearsal.lines(
                    Rehearsal.PROTECT, "instance show " + Rehearsal.DISK.toLowerCase(Locale.ROOT) + " -o json");
            assertThat(again.code()).as(again.toString()).isZero();
            assertThat(again.out()).contains("unchanged");
            InProcess.Ended use = rehearsal.dpsh.run(
                    "-c", "use vault " + Rehearsal.VAULT.toUpperCase(Locale.ROOT), "-c", "instance list -o jsonl");
            assertThat(use.out().lines()).as(use.toString()).hasSize(1);
        }
    }

    @Test
    void anIdInAnotherCaseIsEqualAndKeepsItsSpelling() {
        String shouted = Rehearsal.DISK.toUpperCase(Locale.ROOT);
        assertThat(ResourceId.parse(shouted))
                .isEqualTo(ResourceId.parse(Rehearsal.DISK))
                .hasSameHashCodeAs(ResourceId.parse(Rehearsal.DISK))
                .hasToString(shouted);
    }

    @Test
    void theSpellingThatWasGivenIsSentOn() {
        try (Rehearsal rehearsal = new Rehearsal(home)) {
            String odd =
                    Rehearsal.DISK.replace("resourceGroups", "resourcegroups").replace("RG-Disk", "rg-DISK");
            InProcess.Ended ended = rehearsal.lines("instance build disk " + odd
                    + " --location WestUS --policy DiskBackup-Policy --snapshot-group snapshot-rg");
            assertThat(ended.code()).as(ended.toString()).isZero();
            assertThat(ended.out())
                    .contains("\"resourceID\": \"" + odd + "\"", "\"resourceLocation\": \"WestUS\"")
                    .contains("\"dataSourceInfo\"", "\"datasourceType\"", "\"policyParameters\"");
        }
    }

    @Test
    void propertyNamesInAnyCaseAreRead() {
        try (ClientBench bench = new ClientBench(home)) {
            String json = ClientBench.instance("ProtectionConfigured");
            for (String name : new String[] {
                "\"id\"",
                "\"properties\"",
                "\"dataSourceInfo\"",
                "\"resourceID\"",
                "\"policyInfo\"",
                "\"policyId\"",
                "\"currentProtectionState\"",
                "\"dataStoreParametersList\"",
                "\"resourceGroupId\"",
                "\"policyParameters\""
            }) {
                json = json.replace(name, name.toUpperCase(Locale.ROOT));
            }
            bench.arm.on("GET " + ClientBench.INSTANCE, ScriptedArm.json(200, json));
            BackupInstance instance = bench.service.backup().instance(ClientBench.DISK.idIn(ClientBench.VAULT));
            assertThat(instance).isNotNull();
            assertThat(instance.datasource()).isEqualTo(ClientBench.DISK.datasource());
            assertThat(instance.policy()).isEqualTo(ClientBench.DISK.policy());
            assertThat(instance.snapshotGroup()).isEqualTo(ClientBench.DISK.snapshotGroup());
            assertThat(instance.state().isProtected()).isTrue();
        }
    }

    @Test
    void unknownPropertiesAndWordsAreKeptAndShown() {
        try (Rehearsal rehearsal = new Rehearsal(home)) {
            String strange = ClientBench.instance("StateOfNextYear")
                    .replace("\"objectType\"", "\"novelty\":{\"deep\":[1.50,null]},\"objectType\"")
                    .replace("\n", "");
            SandboxFaults.Respond list = new SandboxFaults.Respond(200, JSON, "{\"value\":[" + strange + "]}");
            rehearsal.faults().always("GET", "/backupInstances$", list);
            InProcess.Ended table = rehearsal.lines("instance list");
            assertThat(table.code()).as(table.toString()).isZero();
            assertThat(table.out()).contains("StateOfNextYear");
            InProcess.Ended json = rehearsal.lines("instance list -o jsonl");
            assertThat(json.out()).isEqualToIgnoringNewLines(strange);
        }
    }

    @Test
    void answersWithoutWhatIsExpectedAreNoCrash() {
        try (Rehearsal rehearsal = new Rehearsal(home)) {
            String bare = "{\"id\":\"" + Rehearsal.VAULT + "/backupInstances/bare\",\"properties\":{\"policyInfo\":[],"
                    + "\"dataSourceInfo\":\"text\",\"protectionStatus\":7,\"currentProtectionState\":null}}";
            rehearsal
                    .faults()
                    .always(
                            "GET",
                            "/backupInstances$",
                            new SandboxFaults.Respond(200, JSON, "{\"value\":[" + bare + "]}"));
            for (String format : new String[] {"table", "record", "json", "jsonl"}) {
                InProcess.Ended ended = rehearsal.lines("instance list -o " + format);
                assertThat(ended.code()).as(ended.toString()).isZero();
                assertThat(ended.out()).contains("bare");
            }
        }
    }
}
