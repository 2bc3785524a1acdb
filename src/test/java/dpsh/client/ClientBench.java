package dpsh.client;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.DatasourceKind;
import dpsh.backup.InstanceDraft;
import dpsh.rest.ArmExchange;
import dpsh.rest.ExchangeCollaborators;
import dpsh.rest.ExchangeOptions;
import dpsh.rest.FakeClock;
import dpsh.rest.Origin;
import dpsh.rest.SandboxTokens;
import dpsh.rest.Trace;
import dpsh.store.Home;
import dpsh.store.LocalDatabase;
import dpsh.store.OperationLog;
import dpsh.store.RunLog;
import dpsh.wire.ErrorJson;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The whole client over a scripted service, a clock that jumps, and a real ledger in a directory. */
public final class ClientBench implements AutoCloseable {
    public static final String WORLD = "world";

    /** The articles' vault, policies, disk and account, with their masks. */
    public static final String MASK = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxxx";

    public static final ResourceId VAULT = ResourceId.parse("/subscriptions/" + MASK
            + "/resourceGroups/TestBkpVaultRG/providers/Microsoft.DataProtection/backupVaults/testBkpVault");
    public static final InstanceDraft DISK = new InstanceDraft(
            "msdiskbackup-2dc6eb5b-d008-4d68-9e49-7132d99da0ed",
            DatasourceKind.DISK,
            ResourceId.parse("/subscriptions/" + MASK
                    + "/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/msdiskbackup"),
            new Location("westUS"),
            VAULT.child("backupPolicies", "DiskBackup-Policy"),
            ResourceId.parse("/subscriptions/xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx/resourcegroups/snapshot-rg"),
            null);
    public static final InstanceDraft BLOB = new InstanceDraft(
            "msblobbackup-f2df34eb-5628-4570-87b2-0331d797c67d",
            DatasourceKind.BLOB,
            ResourceId.parse("/subscriptions/" + MASK
                    + "/resourceGroups/RG-BlobBackup/providers/Microsoft.Storage/storageAccounts/msblobbackup"),
            new Location("westUS"),
            VAULT.child("backupPolicies", "BlobBackup-Policy"),
            null,
            null);
    public static final String INSTANCE = DISK.idIn(VAULT).toString();
    public static final String VALIDATE = VAULT + "/validateForBackup";
    public static final String STATUS = VAULT + "/operationStatus/op1==";
    public static final String RESULT =
            "/subscriptions/" + MASK + "/providers/Microsoft.DataProtection/locations/westus/operationResults/op1==";

    public final FakeClock clock = new FakeClock();
    public final ScriptedArm arm = new ScriptedArm(clock::now);
    public final List<String> trace = new CopyOnWriteArrayList<>();
    public final List<String> warnings = new CopyOnWriteArrayList<>();
    public final OperationLog log;
    public final Service service;
    private final LocalDatabase database;
    private final ArmExchange exchange;

    public ClientBench(Path home) {
        database = new LocalDatabase(Home.of(home, Map.of()), Clock.systemUTC());
        log = new OperationLog(database, Clock.systemUTC());
        SandboxTokens tokens = new SandboxTokens(clock::now);
        exchange = new ArmExchange(
                ExchangeOptions.of(Origin.parse(arm.root()), "dpsh/test"),
                new ExchangeCollaborators(
                        tokens,
                        new OperationLedger(log, WORLD, clock),
                        clock,
                        ErrorJson::read,
                        shown -> {},
                        warnings::add,
                        new Trace(trace::add)));
        service = Connection.over(
                exchange,
                new ApiVersions("2021-01-01"),
                log,
                new RunLog(database, Clock.systemUTC()),
                WORLD,
                clock,
                new TokenSignIn(tokens, List.of(), (method, prompt) -> tokens.token(false)));
    }

    /** The instance in a state, as the service shows it. */
    public static String instance(String state) {
        return instance(INSTANCE, state);
    }

    public static String instance(String id, String state) {
        return """
                {"id":"%s","name":"%s","type":"%s","properties":{"friendlyName":"msdiskbackup",
                "dataSourceInfo":{"resourceID":"%s","datasourceType":"Microsoft.Compute/disks","resourceLocation":"westus"},
                "policyInfo":{"policyId":"%s","policyParameters":{"dataStoreParametersList":[{"resourceGroupId":"%s"}]}},
                "protectionStatus":{"status":"%s"},"currentProtectionState":"%s","provisioningState":"Succeeded",
                "objectType":"BackupInstance"}}""".formatted(
                        id,
                        id.substring(id.lastIndexOf('/') + 1),
                        BackupInstance.TYPE,
                        DISK.datasource(),
                        DISK.policy(),
                        DISK.snapshotGroup(),
                        state,
                        state);
    }

    @Override
    public void close() {
        exchange.close();
        database.close();
        arm.close();
    }
}
