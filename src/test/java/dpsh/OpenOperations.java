package dpsh;

import dpsh.arm.ResourceId;
import dpsh.backup.OperationKind;
import dpsh.store.Home;
import dpsh.store.LocalDatabase;
import dpsh.store.NewOperation;
import dpsh.store.NewRun;
import dpsh.store.OperationAnswer;
import dpsh.store.OperationLog;
import dpsh.store.RunLog;
import dpsh.store.RunState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Puts operations into a ledger that do not end: they create instances which nobody asked the service for. */
final class OpenOperations {
    private OpenOperations() {}

    /** One that fails at the first look: the instance was seen, and is not there. */
    static long failing(Path home, String endpoint, String instance) {
        long number = in(home, endpoint, instance);
        try (LocalDatabase database = new LocalDatabase(Home.of(home, Map.of()), Clock.systemUTC())) {
            new OperationLog(database, Clock.systemUTC()).settling(number, "ConfiguringProtection");
        }
        return number;
    }

    /** A run without items that this process works on. */
    static long run(Path home, String endpoint, String title) {
        try (LocalDatabase database = new LocalDatabase(Home.of(home, Map.of()), Clock.systemUTC())) {
            NewRun run = new NewRun(endpoint, title, "plan-1", false, "resource", Duration.ofHours(1));
            return new RunLog(database, Clock.systemUTC()).begin(run, List.of());
        }
    }

    /** The same, interrupted. */
    static long interruptedRun(Path home, String endpoint, String title) {
        long number = run(home, endpoint, title);
        try (LocalDatabase database = new LocalDatabase(Home.of(home, Map.of()), Clock.systemUTC())) {
            new RunLog(database, Clock.systemUTC()).end(number, RunState.INTERRUPTED);
        }
        return number;
    }

    /** Another process saw it end well. */
    static void end(Path home, long number) {
        try (LocalDatabase database = new LocalDatabase(Home.of(home, Map.of()), Clock.systemUTC())) {
            new OperationLog(database, Clock.systemUTC()).succeeded(number, "ProtectionConfigured");
        }
    }

    /** An accepted operation at the service of this endpoint, sent by this process. */
    static long in(Path home, String endpoint, String instance) {
        ResourceId id = ResourceId.parse(Seeds.VAULT + "/backupInstances/" + instance);
        try (LocalDatabase database = new LocalDatabase(Home.of(home, Map.of()), Clock.systemUTC())) {
            OperationLog log = new OperationLog(database, Clock.systemUTC());
            long number = log.record(new NewOperation(
                    endpoint,
                    OperationKind.CREATE_INSTANCE.contractName(),
                    "PUT",
                    id.toString(),
                    id,
                    "request-" + instance,
                    null));
            log.accepted(number, new OperationAnswer(201, null, null, Duration.ofSeconds(15), null));
            return number;
        }
    }
}
