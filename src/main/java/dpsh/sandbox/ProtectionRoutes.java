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
    private final GuardRule guard;

    ProtectionRoutes(World world, ProtectionChecks checks, Acceptances acceptances) {
        this.world = world;
        this.checks = checks;
        this.acceptances = acceptances;
        this.guard = new GuardRule(world);
        world.operations.on(Operation.Kind.VALIDATE_FOR_BACKUP, this::validated);
        world.operations.on(Operation.Kind.PUT_INSTANCE, this::provision);
        world.operations.on(Operation.Kind.DELETE_INSTANCE, this::deleted);
        world.operations.on(Operation.Kind.VALIDATE_FOR_MODIFY_BACKUP, this::validated);
        world.timeline.on(CONFIGURED, this::configured);
        world.operations.onFailure(Operation.Kind.PUT_INSTANCE, (operation, at) -> doomed(operation));
        world.operations.onFailure(Operation.Kind.DELETE_INSTANCE, (operation, at) -> kept(operation));
    }

    void addTo(Router router) {
        router.dataProtection("POST", VaultRoutes.VAULT + "/validateForBackup", this::validate);
        router.dataProtection("POST", InstanceRoutes.ONE + "/validateForModifyBackup", this::validateChange);
        router.dataProtection("PUT", InstanceRoutes.ONE, this::put);
        router.dataProtection("DELETE", InstanceRoutes.ONE, this::delete);
    }

    private Answer validate(Call call) {
        Vault vault = world.parentVault(call, "validateForBackup");
        Protection wanted = Protection.read(CaseBlind.member(call.json(), "backupInstance"));
        checks.refuseAtOnce(vault, wanted, null);
        Operation operation = world.operations.start(
                Operation.Kind.VALIDATE_FOR_BACKUP, vault, vault.id(), call, VALIDATE, wanted.request());
        return acceptances.validating(operation, call);
    }

    /** Since 2025-07-01 (wire notes section 1); the answer's headers are assumed to be those of validateForBackup. */
    private Answer validateChange(Call call) {
        if (!call.version().knowsValidateForModify()) {
            throw Refusal.typeNotInVersion("backupVaults/backupInstances/validateForModifyBackup", call.version());
        }
        Vault vault = world.parentVault(call, InstanceRoutes.TYPE);
        BackupInstance known = world.instance(call);
        Protection wanted = Protection.read(CaseBlind.member(call.json(), "backupInstance"));
        checks.refuseAtOnce(vault, wanted, known.id());
        checkChange(known, wanted);
        Operation operation = world.operations.start(
                Operation.Kind.VALIDATE_FOR_MODIFY_BACKUP, vault, known.id(), call, VALIDATE, wanted.request());
        return acceptances.validating(operation, call);
    }

    private @Nullable DppError validated(Operation operation, Instant at) {
        Vault vault = world.vaults.get(operation.vault());
        return vault == null ? Findings.notFound() : checks.find(vault, Protection.read(operation.detail()), at);
    }

    private Answer put(Call call) {
        Vault vault = world.parentVault(call, InstanceRoutes.TYPE);
        ObjectNode body = call.json();
        Protection wanted = Protection.read(CaseBlind.member(body, "properties"));
        JsonNode tags = Call.tags(body);
        ArmId id = vault.id().child(InstanceRoutes.TYPE, call.var("name"));
        checks.refuseAtOnce(vault, wanted, id);
        BackupInstance known = world.instances.shelf().get(id);
        if (known == null) {
            BackupInstance made = new BackupInstance(id, wanted, tags);
            world.instances.add(made);
            return configure(call, vault, made, wanted, tags, false);
        }
        if (known.state() == BackupInstance.State.SoftDeleting) {
            throw Refusal.busy(id);
        }
        if (known.isUnchangedBy(wanted, tags)) {
            return Answer.json(200, known.json(call.version()));
        }
        checkChange(known, wanted);
        if (!known.protection().policy().equals(wanted.policy())) {
            guard.check(vault, GuardedOperation.WRITE_INSTANCE, id, CaseBlind.member(body, "properties"), call);
        }
        boolean update = known.state() != BackupInstance.State.ConfiguringProtectionFailed;
        return configure(call, vault, known, wanted, tags, update);
    }

    /** Datasource and snapshot group are fixed once set; the refusal's code is assumed. */
    private static void checkChange(BackupInstance known, Protection wanted) {
        if (known.running() != null) {
            throw Refusal.busy(known.id());
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

    private Answer configure(
            Call call,
            Vault vault,
            BackupInstance instance,
            Protection wanted,
            @Nullable JsonNode tags,
            boolean update) {
        world.instances.configure(instance, () -> instance.configure(wanted, tags, update));
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
            return Findings.notFound();
        }
        DppError found = checks.find(vault, instance.protection(), at);
        if (found != null) {
            instance.failed(found.info(operation.activityId(), false));
            return found;
        }
        if (instance.state() == BackupInstance.State.UpdatingProtection) {
            instance.configured(at);
            world.scheduler.watch(instance);
            return null;
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

    private void configured(Event event, Instant at) {
        BackupInstance instance = world.instances.shelf().get(ArmId.of(event.subject()));
        if (instance != null && instance.changes() == event.number()) {
            instance.configured(at);
            world.scheduler.watch(instance);
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
                throw Refusal.busy(instance.id());
            }
            return acceptances.deletingInstance(running, call);
        }
        if (vault.isImmutable() && instance.protectedSince() != null) {
            throw Refusal.dpp(400, Findings.immutable(vault.id()));
        }
        guard.check(vault, GuardedOperation.DELETE_INSTANCE, instance.id(), null, call);
        instance.deleting();
        Operation operation =
                world.operations.start(Operation.Kind.DELETE_INSTANCE, vault, instance.id(), call, DELETE);
        instance.worksOn(operation);
        operation.detail().put("activity", call.activity());
        return acceptances.deletingInstance(operation, call);
    }

    /**
     * With soft delete on the instance is kept aside, whatever its datasource (seen for a disk, az recording
     * backup_instance_softdelete, 2026-08). Since 2023 the result does not tell which of both happened.
     */
    private @Nullable DppError deleted(Operation operation, Instant at) {
        BackupInstance instance = world.instances.shelf().get(operation.subject());
        Vault vault = world.vaults.get(operation.vault());
        if (operation.version().isSigned()) {
            operation.results(Operation.Result.EXTENDED_INFO);
        }
        if (instance == null || vault == null) {
            return null;
        }
        if (vault.softDeletes() && instance.protectedSince() != null) {
            instance.becomes(BackupInstance.State.SoftDeleted);
            DeletedInstance gone = DeletedInstance.of(
                    instance,
                    operation.started(),
                    vault.softDeleteRetention(),
                    operation.detail().path("activity").asText());
            world.instances.softDelete(gone);
            world.timeline.at(gone.purge(), DeletedInstanceRoutes.purgeOf(gone));
            operation.results(Operation.Result.EXTENDED_INFO);
        } else {
            world.backups.forget(instance, at);
            world.instances.remove(instance);
        }
        return null;
    }
}
