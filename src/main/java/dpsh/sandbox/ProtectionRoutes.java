package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Validating, creating, changing and deleting backup instances (wire notes sections 3.3, 3.4 and 3.9; durations as recorded).
 * Each is asynchronous, and what it finds out later it tells through its operation.
 */
final class ProtectionRoutes {
    private static final Duration VALIDATE = Duration.ofSeconds(30);
    private static final Duration CONFIGURE = Duration.ofSeconds(1);
    private static final Duration CONFIGURE_INLINE = Duration.ofSeconds(22);
    private static final Duration DELETE = Duration.ofSeconds(45);

    private static final String CONFIGURED = "configured";

    private final World world;
    private final ProtectionChecks checks;
    private final Acceptances acceptances;

    ProtectionRoutes(World world, Acceptances acceptances) {
        this.world = world;
        this.checks = new ProtectionChecks(world);
        this.acceptances = acceptances;
        world.operations.on(Operation.Kind.VALIDATE_FOR_BACKUP, this::validated);
        world.operations.on(Operation.Kind.PUT_INSTANCE, this::provision);
        world.operations.on(Operation.Kind.DELETE_INSTANCE, (operation, at) -> deleted(operation));
        world.operations.onFailure(Operation.Kind.PUT_INSTANCE, (operation, at) -> doomed(operation));
        world.operations.onFailure(Operation.Kind.DELETE_INSTANCE, (operation, at) -> kept(operation));
        world.timeline.on(CONFIGURED, (event, at) -> configured(event));
    }

    void addTo(Router router) {
        router.dataProtection("POST", VaultRoutes.VAULT + "/validateForBackup", this::validate);
        router.dataProtection("PUT", InstanceRoutes.LIST + "/{name}", this::put);
        router.dataProtection("DELETE", InstanceRoutes.LIST + "/{name}", this::delete);
    }

    private Answer validate(Call call) {
        Vault vault = world.parentVault(call, "validateForBackup");
        Protection wanted = Protection.read(CaseBlind.member(call.json(), "backupInstance"));
        checks.refuseAtOnce(vault, wanted, null);
        Operation operation = world.operations.start(
                Operation.Kind.VALIDATE_FOR_BACKUP, vault, vault.id(), call, VALIDATE, wanted.request());
        return acceptances.validating(operation, call);
    }

    private @Nullable DppError validated(Operation operation, Instant at) {
        Vault vault = world.vaults.get(operation.vault());
        return vault == null
                ? Findings.notFound(operation.vault().text())
                : checks.find(vault, Protection.read(operation.detail()), at);
    }

    private Answer put(Call call) {
        Vault vault = world.parentVault(call, InstanceRoutes.TYPE);
        ObjectNode body = call.json();
        Protection wanted = Protection.read(CaseBlind.member(body, "properties"));
        JsonNode tags = CaseBlind.member(body, "tags");
        ArmId id = vault.id().child(InstanceRoutes.TYPE, call.var("name"));
        checks.refuseAtOnce(vault, wanted, id);
        BackupInstance known = world.instances.shelf().get(id);
        if (known == null) {
            BackupInstance made = new BackupInstance(id, wanted, tags);
            world.instances.add(made);
            return configure(call, vault, made, wanted, tags, false);
        }
        if (known.state() == BackupInstance.State.SoftDeleting) {
            throw busy(id);
        }
        if (known.isUnchangedBy(wanted, tags)) {
            return Answer.json(200, known.json(call.version()));
        }
        checkChange(known, wanted);
        boolean update = known.state() != BackupInstance.State.ConfiguringProtectionFailed;
        return configure(call, vault, known, wanted, tags, update);
    }

    /** Datasource and snapshot group are fixed once set; the refusal's code is assumed. */
    private static void checkChange(BackupInstance known, Protection wanted) {
        if (known.running() != null) {
            throw busy(known.id());
        }
        boolean sameDatasource = known.protection().datasource().equals(wanted.datasource());
        ArmId before = ArmId.parse(known.protection().snapshotGroup());
        ArmId after = ArmId.parse(wanted.snapshotGroup());
        boolean sameGroup = before == null ? after == null : before.equals(after);
        boolean failed = known.state() == BackupInstance.State.ConfiguringProtectionFailed;
        if (!sameDatasource || !(sameGroup || failed)) {
            throw Refusal.dpp(
                    400, Findings.invalidInput("The datasource and the snapshot resource group cannot be changed."));
        }
    }

    private static Refusal busy(ArmId id) {
        return Refusal.arm(
                409,
                "AnotherOperationInProgress",
                "Another operation on " + id + " is in progress. Please try again later.");
    }

    private Answer configure(
            Call call,
            Vault vault,
            BackupInstance instance,
            Protection wanted,
            @Nullable JsonNode tags,
            boolean update) {
        instance.configure(wanted, tags, update);
        boolean inline = update || wanted.hasDatasourceParameters();
        Operation operation = world.operations.start(
                Operation.Kind.PUT_INSTANCE, vault, instance.id(), call, inline ? CONFIGURE_INLINE : CONFIGURE);
        instance.worksOn(operation);
        return inline
                ? acceptances.configuringInstance(operation, call)
                : acceptances.createdInstance(operation, call, instance.json(call.version()));
    }

    private @Nullable DppError provision(Operation operation, Instant at) {
        Vault vault = world.vaults.get(operation.vault());
        BackupInstance instance = world.instances.shelf().get(operation.subject());
        if (vault == null || instance == null) {
            return Findings.notFound(operation.subject().text());
        }
        DppError found = checks.find(vault, instance.protection(), at);
        if (found != null) {
            instance.failed(found.info(operation.activityId(), false));
            return found;
        }
        instance.provisioned();
        world.timeline.at(
                at.plus(instance.protection().kind().configuring()),
                new Event(CONFIGURED, instance.id().text(), instance.changes()));
        return null;
    }

    private @Nullable DppError doomed(Operation operation) {
        BackupInstance instance = world.instances.shelf().get(operation.subject());
        DppError doom = operation.doom();
        if (instance != null && doom != null) {
            instance.failed(doom.info(operation.activityId(), false));
        }
        return doom;
    }

    private @Nullable DppError kept(Operation operation) {
        BackupInstance instance = world.instances.shelf().get(operation.subject());
        if (instance != null) {
            instance.kept();
        }
        return operation.doom();
    }

    private void configured(Event event) {
        BackupInstance instance = world.instances.shelf().get(ArmId.of(event.subject()));
        if (instance != null && instance.changes() == event.number()) {
            instance.configured();
        }
    }

    private Answer delete(Call call) {
        Vault vault = world.parentVault(call, InstanceRoutes.TYPE);
        BackupInstance instance = world.instances.shelf().get(vault.id().child(InstanceRoutes.TYPE, call.var("name")));
        if (instance == null) {
            return Answer.empty(204);
        }
        Operation running = instance.running();
        if (running != null) {
            if (running.kind() != Operation.Kind.DELETE_INSTANCE) {
                throw busy(instance.id());
            }
            return acceptances.deletingInstance(running, call);
        }
        instance.deleting();
        Operation operation =
                world.operations.start(Operation.Kind.DELETE_INSTANCE, vault, instance.id(), call, DELETE);
        instance.worksOn(operation);
        return acceptances.deletingInstance(operation, call);
    }

    private @Nullable DppError deleted(Operation operation) {
        BackupInstance instance = world.instances.shelf().get(operation.subject());
        if (instance != null) {
            world.instances.remove(instance);
        }
        return null;
    }
}
