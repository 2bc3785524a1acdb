package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Validating and running restores (wire notes section 3.8; durations from the az recordings restore_disk 2023-07 and
 * restore_blob_point_in_time 2026-05). The operation of a restore only begins the job; the new disk is there when the job ends.
 */
final class RestoreRoutes {
    private static final Duration VALIDATE_DISK = Duration.ofSeconds(42);
    private static final Duration VALIDATE_ACCOUNT = Duration.ofSeconds(22);
    private static final Duration BEGIN = Duration.ofSeconds(1);
    private static final Duration JOB = Duration.ofSeconds(214);
    private static final String ENDED = "restored";
    private static final String ACTIVITY = "sandboxActivity";

    private final World world;
    private final Acceptances acceptances;
    private final RestoreChecks checks;
    private final GuardRule guard;

    RestoreRoutes(World world, Acceptances acceptances) {
        this.world = world;
        this.acceptances = acceptances;
        this.checks = new RestoreChecks(world);
        this.guard = new GuardRule(world);
        world.operations.on(Operation.Kind.VALIDATE_RESTORE, this::validated);
        world.operations.on(Operation.Kind.RESTORE, this::begun);
        world.operations.onFailure(Operation.Kind.RESTORE, this::begun);
        world.timeline.on(ENDED, this::ended);
    }

    void addTo(Router router) {
        router.dataProtection("POST", InstanceRoutes.LIST + "/{name}/validateRestore", this::validate);
        router.dataProtection("POST", InstanceRoutes.LIST + "/{name}/restore", this::restore);
    }

    private Answer validate(Call call) {
        Vault vault = world.parentVault(call, InstanceRoutes.TYPE);
        BackupInstance instance = world.instance(call);
        ObjectNode body = call.json();
        JsonNode wrapped = CaseBlind.member(body, "restoreRequestObject");
        RestoreRequest request = read(instance, wrapped == null ? body : wrapped);
        boolean disk = instance.protection().kind() == DatasourceKind.DISK;
        Operation operation = world.operations.start(
                Operation.Kind.VALIDATE_RESTORE,
                vault,
                instance.id(),
                call,
                disk ? VALIDATE_DISK : VALIDATE_ACCOUNT,
                request.json().deepCopy());
        return acceptances.validating(operation, call);
    }

    private RestoreRequest read(BackupInstance instance, JsonNode body) {
        RestoreRequest request = RestoreRequest.read(body, instance.protection().kind());
        checks.refuseAtOnce(instance, request);
        return request;
    }

    private @Nullable DppError validated(Operation operation, Instant at) {
        BackupInstance instance = world.instances.shelf().get(operation.subject());
        return instance == null
                ? Findings.notFound()
                : checks.find(
                        instance,
                        RestoreRequest.read(
                                operation.detail(), instance.protection().kind()),
                        at);
    }

    private Answer restore(Call call) {
        Vault vault = world.parentVault(call, InstanceRoutes.TYPE);
        BackupInstance instance = world.instance(call);
        RestoreRequest request = read(instance, call.json());
        guard.check(vault, GuardedOperation.RESTORE, instance.id(), request.json(), call);
        ObjectNode detail = request.json().deepCopy();
        detail.put(ACTIVITY, call.activity());
        Operation operation = world.operations.start(Operation.Kind.RESTORE, vault, instance.id(), call, BEGIN, detail);
        return acceptances.startingJob(operation, call);
    }

    /** Begins the job; what a fault ordered is the job's failure. */
    private @Nullable DppError begun(Operation operation, Instant at) {
        DppError doom = operation.doom();
        DppError found = doom == null ? validated(operation, at) : null;
        BackupInstance instance = world.instances.shelf().get(operation.subject());
        if (found != null || instance == null) {
            return found != null ? found : doom;
        }
        RestoreRequest request =
                RestoreRequest.read(operation.detail(), instance.protection().kind());
        BackupHistory history = world.backups.history(instance.id());
        RecoveryPoint point = history == null ? null : history.get(request.point(), at);
        Instant time = request.time();
        Job job = new Job(
                UUID.nameUUIDFromBytes(("restore|" + operation.name()).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                instance.id(),
                instance.protection(),
                operation.started(),
                operation.started().plus(JOB),
                true,
                operation.detail().path(ACTIVITY).asText(),
                doom == null ? Job.Outcome.Completed : Job.Outcome.Failed,
                doom,
                new Job.Restore(
                        point == null ? null : point.name(),
                        point != null ? point.time() : time == null ? at : time,
                        request.store(),
                        request.target(),
                        operation.detail()));
        world.jobs.put(job);
        operation.began(job.id());
        world.timeline.at(job.end(), new Event(ENDED, job.id().text(), 0));
        return null;
    }

    /** What the restore brings is there now, unless its target has become impossible meanwhile. */
    private void ended(Event event, Instant at) {
        ArmId id = ArmId.of(event.subject());
        Job job = world.jobs.get(id.parent(), id.name());
        if (job == null || !(job.work() instanceof Job.Restore work) || job.outcome() != Job.Outcome.Completed) {
            return;
        }
        DppError failure = job.protection().kind() == DatasourceKind.DISK
                ? makeDisk(job, work, at)
                : makeContainers(job, work, at);
        if (failure != null) {
            world.jobs.put(job.ended(job.end(), Job.Outcome.Failed, failure));
        }
    }

    private @Nullable DppError makeDisk(Job job, Job.Restore work, Instant at) {
        ArmId target = work.destination();
        Vault vault = world.vaults.get(job.vault());
        String principal = vault == null ? null : ProtectionChecks.principal(vault, job.protection());
        if (vault == null
                || principal == null
                || world.groups.get(target.groupId()) == null
                || !world.roles.acts(principal, RoleCatalog.DISK_RESTORE_OPERATOR, target.groupId(), at)) {
            return RestoreFindings.targetGroupOrRoleGone(target.groupId());
        }
        if (world.disks.get(target) != null) {
            return RestoreFindings.sameNameDisk(target);
        }
        world.disks.put(Disk.made(target, copy(job, work, vault), at));
        return null;
    }

    /** A new disk is like its source, as long as that is there. */
    private ObjectNode copy(Job job, Job.Restore work, Vault vault) {
        Disk source = world.disks.get(job.protection().datasource());
        BackupInstance instance = world.instances.shelf().get(job.instance());
        BackupHistory history = world.backups.history(job.instance());
        RecoveryPoint point = history == null ? null : history.get(work.point(), job.end());
        ArmId snapshot = instance == null || point == null ? null : world.diskSnapshots.id(instance, point);
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        given.put("location", vault.location());
        given.putObject("sku").put("name", source == null ? "Standard_LRS" : source.sku());
        ObjectNode properties = given.putObject("properties");
        ObjectNode origin = properties.putObject("creationData").put("createOption", "Copy");
        if (snapshot != null) {
            origin.put("sourceResourceId", snapshot.text());
        }
        if (source != null) {
            properties.put("diskSizeGB", source.sizeGb());
        }
        return given;
    }

    private @Nullable DppError makeContainers(Job job, Job.Restore work, Instant at) {
        RestoreRequest request =
                RestoreRequest.read(work.target(), job.protection().kind());
        if (request.time() != null) {
            return null;
        }
        BackupInstance instance = world.instances.shelf().get(job.instance());
        List<String> backedUp = instance == null ? List.of() : RestoreChecks.containers(instance);
        BlobRanges.targets(request, backedUp)
                .forEach(container -> world.containers.put(BlobContainer.of(work.destination(), container, at)));
        return null;
    }
}
