package dpsh.law;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.InProcess;
import dpsh.arm.ResourceId;
import dpsh.backup.Names;
import dpsh.backup.Outcome;
import dpsh.backup.Role;
import dpsh.backup.RoleNeed;
import dpsh.backup.Vault;
import dpsh.client.ClientBench;
import dpsh.client.ItemResult;
import dpsh.client.Operation;
import dpsh.client.Protection;
import dpsh.client.RoleClient;
import dpsh.client.ScriptedArm;
import dpsh.sandbox.SandboxFaults;
import dpsh.store.OperationState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 4: the same request has the same name; repeating changes nothing; what is ambiguous is read back before it is repeated.
 *
 * <p>Red, each tried: another {@code INSTANCE_NAMESPACE}; {@code instanceName} over {@code datasource.toString()};
 * {@code Protection.protect} not looking for the existing instance; {@code OperationLedger.answered} not knowing
 * RoleAssignmentExists; {@code OperationPoller.withoutTrace} without its grace; {@code Delivery.again} repeating a change
 * over a broken connection.
 */
class Law04SameRequestSameNameTest {
    private static final ResourceId DISK = ClientBench.DISK.datasource();

    @TempDir
    Path home;

    /** The literal names: a change of namespace or folding would make a second instance of everything that exists. */
    @Test
    void namesNeverChange() {
        assertThat(Names.instanceName(DISK)).isEqualTo("msdiskbackup-2f0c4a08-f7ae-5c92-8627-77b96bb77f88");
        assertThat(Names.instanceName(ClientBench.BLOB.datasource()))
                .isEqualTo("msblobbackup-6abb463a-2344-5676-9c10-74c021bb0509");
        assertThat(Names.instanceName(ResourceId.parse(Rehearsal.DISK)))
                .isEqualTo("msdiskbackup-b2301e49-5828-5807-abca-c896636d1b23");
        assertThat(Names.assignmentName(DISK, Role.DISK_BACKUP_READER, "a8b24f84-f43c-45b3-aa54-e3f6d54d31a6"))
                .hasToString("fad88651-22fb-595c-8a49-c144b8c2c709");
    }

    @Test
    void theSpellingOfAnIdChangesNoUuid() {
        String lower = Names.instanceName(ResourceId.parse(DISK.toString().toLowerCase(java.util.Locale.ROOT)));
        String upper = Names.instanceName(ResourceId.parse(DISK.toString().toUpperCase(java.util.Locale.ROOT)));
        assertThat(lower).isEqualTo(Names.instanceName(DISK));
        assertThat(upper).isEqualToIgnoringCase(lower).endsWith(lower.substring("msdiskbackup".length()));
    }

    @Test
    void protectingTwiceChangesNothingTheSecondTimeAndSaysSo() {
        try (Rehearsal rehearsal = new Rehearsal(home)) {
            InProcess.Ended first = rehearsal.lines(Rehearsal.PROTECT, Rehearsal.PROTECT_BLOB);
            assertThat(first.code()).as(first.toString()).isZero();
            rehearsal.refuseChanges();
            rehearsal.refuseValidations();
            InProcess.Ended second = rehearsal.lines(Rehearsal.PROTECT, Rehearsal.PROTECT_BLOB);
            assertThat(second.code()).as(second.toString()).isZero();
            assertThat(second.out().lines().filter(line -> line.matches("ms(disk|blob)backup +unchanged .*")))
                    .as(second.toString())
                    .hasSize(2);
            InProcess.Ended created = rehearsal.lines(
                    "instance create disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg");
            assertThat(created.code()).as(created.toString()).isZero();
            assertThat(created.err()).contains("nothing was changed");
        }
    }

    @Test
    void grantingTwiceAssignsNothingTheSecondTimeAndSaysSo() {
        String grant = "permission grant disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg";
        try (Rehearsal rehearsal = new Rehearsal(home)) {
            InProcess.Ended first = rehearsal.lines(grant);
            assertThat(first.code()).as(first.toString()).isZero();
            rehearsal.refuseChanges();
            InProcess.Ended second = rehearsal.lines(grant);
            assertThat(second.code()).as(second.toString()).isZero();
            assertThat(second.err()).contains("every role is assigned already: nothing was changed");
        }
    }

    @Test
    void anAssignmentThatSomebodyElseMadeIsSuccess() {
        RoleNeed need = new RoleNeed(Role.DISK_BACKUP_READER, DISK);
        ResourceId id = RoleClient.idOf(need, "p");
        try (ClientBench bench = new ClientBench(home)) {
            bench.arm.on(
                    "PUT " + id,
                    ScriptedArm.json(
                            409,
                            "{\"error\":{\"code\":\"RoleAssignmentExists\",\"message\":\"The role assignment already"
                                    + " exists.\"}}"));
            Operation operation = bench.service.operations().assign(ClientBench.VAULT, need, "p");
            assertThat(operation.look()).isInstanceOf(Outcome.Succeeded.class);
            assertThat(operation.row().state()).isEqualTo(OperationState.SUCCEEDED);
            assertThat(id.name())
                    .isEqualTo(Names.assignmentName(DISK, need.role(), "p").toString());
        }
    }

    private static MockResponse.Builder lost() {
        return ScriptedArm.json(201, "{}").onResponseStart(new SocketEffect.CloseSocket());
    }

    @Test
    void anAnswerThatGotLostIsReadBackAndNotSentAgainWhenItArrived() {
        try (ClientBench bench = new ClientBench(home)) {
            bench.arm
                    .on("PUT " + ClientBench.INSTANCE, lost())
                    .on(
                            "GET " + ClientBench.INSTANCE,
                            ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")));
            assertThat(protect(bench)).isInstanceOf(ItemResult.Protected.class);
            assertThat(bench.arm.changes()).containsExactly("PUT " + ClientBench.INSTANCE);
        }
    }

    /** That it cannot be seen proves nothing at once: it is looked for during a minute before it is sent again. */
    @Test
    void anAnswerThatGotLostIsReadBackAndSentOnceMoreWhenItDidNotArrive() {
        String put = "PUT " + ClientBench.INSTANCE;
        String get = "GET " + ClientBench.INSTANCE;
        try (ClientBench bench = new ClientBench(home)) {
            bench.arm.on(put, lost(), ScriptedArm.json(200, "{}")).on(get, ScriptedArm.json(404, "{}"));
            bench.arm.witness(request -> {
                if (request.line().equals(put) && bench.arm.arrived(put).size() == 2) {
                    bench.arm.on(get, ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")));
                }
            });
            assertThat(protect(bench)).isInstanceOf(ItemResult.Protected.class);
            assertThat(bench.arm.changes()).containsExactly(put, put);
            List<ScriptedArm.Arrived> puts = bench.arm.arrived(put);
            assertThat(bench.arm.arrived(get).get(0).at())
                    .isBetween(puts.get(0).at(), puts.get(1).at());
            assertThat(Duration.between(puts.get(0).at(), puts.get(1).at()))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
            assertThat(bench.log.list(ClientBench.WORLD, false, 10))
                    .filteredOn(row -> row.verb().equals("PUT"))
                    .extracting(row -> row.state())
                    .containsExactly(OperationState.SUCCEEDED, OperationState.NOT_SENT);
        }
    }

    /** The client's part of protect over a scripted service: everything is there, and nobody protects the disk yet. */
    private static ItemResult protect(ClientBench bench) {
        Vault vault = new Vault(ClientBench.VAULT, ClientBench.DISK.location(), "Succeeded", "p", null, null, "{}");
        bench.arm
                .on(
                        "GET " + DISK + "/providers/Microsoft.DataProtection/backupInstances",
                        ScriptedArm.json(200, "{\"value\":[]}"))
                .on("POST " + ClientBench.VALIDATE, ScriptedArm.json(200, "{}"));
        for (RoleNeed need : RoleNeed.of(ClientBench.DISK)) {
            bench.arm.on(
                    "GET " + need.scope() + "/providers/Microsoft.Authorization/roleAssignments",
                    ScriptedArm.json(
                            200, """
                                {"value":[{"id":"%s/providers/Microsoft.Authorization/roleAssignments/a","properties":{
                                "roleDefinitionId":"/providers/Microsoft.Authorization/roleDefinitions/%s","principalId":"P",
                                "scope":"%s"}}]}\
                                """.formatted(need.scope(), need.role().id(), need.scope())));
        }
        Duration hour = Duration.ofHours(1);
        return bench.service
                .protection()
                .protect(new Protection.Wish(ClientBench.DISK, vault, null, null, false, hour, hour), step -> {});
    }

    @Test
    void aLostAnswerOfTheSandboxLeavesOneInstanceAndOneAssignment() {
        try (Rehearsal rehearsal = new Rehearsal(home)) {
            rehearsal.faults().next(2, "PUT", "roleAssignments", new SandboxFaults.LoseAnswer());
            rehearsal.faults().next(1, "PUT", "backupInstances", new SandboxFaults.LoseAnswer());
            InProcess.Ended ended =
                    rehearsal.lines(Rehearsal.PROTECT, "instance list -o jsonl", "operation list --open");
            assertThat(ended.code()).as(ended.toString()).isZero();
            List<String> instances =
                    ended.out().lines().filter(line -> line.startsWith("{")).toList();
            assertThat(instances).singleElement().asString().contains("b2301e49-5828-5807-abca-c896636d1b23");
            assertThat(ended.err()).contains("no operations");
        }
    }

    @Test
    void twoNamesOfOneDatasourceInOneLineAreOneInstance() {
        try (Rehearsal rehearsal = new Rehearsal(home)) {
            InProcess.Ended ended = rehearsal.lines(
                    Rehearsal.PROTECT.replace("msdiskbackup", "msdiskbackup MSDISKBACKUP " + Rehearsal.DISK),
                    "instance list -o jsonl",
                    "operation list -o jsonl");
            assertThat(ended.code()).as(ended.toString()).isZero();
            assertThat(ended.err()).contains("1 datasource\n");
            assertThat(ended.out().lines().filter(line -> line.contains("BackupInstances_CreateOrUpdate")))
                    .as("requests that create")
                    .hasSize(1);
        }
    }
}
