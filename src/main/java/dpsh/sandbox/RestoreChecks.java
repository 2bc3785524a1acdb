package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands against a restore. validateRestore and restore find the same, both through their operation (assumed: a refused
 * restore was never seen live); what the request alone shows is refused at once.
 */
final class RestoreChecks {
    /** Restores of one disk in 24 hours (disk support matrix, 2025-08). */
    private static final int A_DAY = 10;

    private final World world;

    RestoreChecks(World world) {
        this.world = world;
    }

    /** Refuses what fits neither the kind nor its stores. */
    void refuseAtOnce(BackupInstance instance, RestoreRequest request) {
        DatasourceKind kind = instance.protection().kind();
        boolean pointed = request.point() != null;
        boolean operational = request.store().equalsIgnoreCase(BackupPlan.OPERATIONAL);
        boolean vaulted = request.store().equalsIgnoreCase(BackupPlan.VAULTED);
        boolean fits =
                switch (kind) {
                    case DISK -> operational && pointed && !request.itemLevel();
                    case BLOB -> operational ? request.time() != null : vaulted && pointed;
                    case DATA_LAKE -> vaulted && pointed;
                };
        if (!fits) {
            throw Refusal.dpp(
                    400, Findings.invalidInput("Check objectType and sourceDataStoreType against the datasource."));
        }
        boolean original = request.target().equals(instance.protection().datasource());
        if (kind == DatasourceKind.BLOB && operational && !original) {
            throw Refusal.dpp(
                    400, Findings.invalidInput("Blobs of the operational store are restored to their own account."));
        }
    }

    /** Why this cannot be restored at this time; null when it can. */
    @Nullable
    DppError find(BackupInstance instance, RestoreRequest request, Instant at) {
        Vault vault = world.vaults.get(instance.id().parent());
        String principal = vault == null ? null : ProtectionChecks.principal(vault, instance.protection());
        if (vault == null || principal == null) {
            return Findings.vaultWithoutIdentity(instance.id().parent());
        }
        if (!request.location().isBlank()
                && !Vault.normalLocation(request.location()).equals(Vault.normalLocation(vault.location()))) {
            return Findings.regionMismatch(request.location(), vault.location());
        }
        if (isAbroad(vault, request)) {
            return Findings.invalidInput("Cross subscription restore is disabled on the Backup vault.");
        }
        if (instance.protection().kind() == DatasourceKind.DISK) {
            return findForDisk(instance, request, principal, at);
        }
        return request.time() != null
                ? findForTime(instance, request, principal, at)
                : findForVaulted(instance, request, vault, principal, at);
    }

    /** The setting is in the contract, the code of the refusal is assumed. */
    private static boolean isAbroad(Vault vault, RestoreRequest request) {
        String setting = vault.json(new ApiVersion("2024-04-01"))
                .path("properties")
                .path("featureSettings")
                .path("crossSubscriptionRestoreSettings")
                .path("state")
                .asText();
        return setting.toLowerCase(Locale.ROOT).contains("disabled")
                && !request.target().subscription().equalsIgnoreCase(vault.id().subscription());
    }

    private @Nullable DppError findForDisk(
            BackupInstance instance, RestoreRequest request, String principal, Instant at) {
        BackupHistory history = world.backups.history(instance.id());
        RecoveryPoint point = history == null ? null : history.get(request.point(), at);
        if (point == null) {
            return RestoreFindings.pointNotFound(String.valueOf(request.point()));
        }
        DppError source = findForSnapshot(instance, point, principal, at);
        if (source != null) {
            return source;
        }
        ArmId group = request.target().groupId();
        if (world.groups.get(group) == null) {
            return RestoreFindings.targetGroupNotFound(group);
        }
        if (!world.roles.acts(principal, RoleCatalog.DISK_RESTORE_OPERATOR, group, at)) {
            return RestoreFindings.noPermissionOnTargetGroup(group);
        }
        if (world.disks.get(request.target()) != null) {
            return RestoreFindings.sameNameDisk(request.target());
        }
        int disks = world.disks
                .next(ArmId.subscription(request.target().subscription()), "", world.diskQuota)
                .size();
        if (disks >= world.diskQuota) {
            return RestoreFindings.diskQuota(request.target().subscription());
        }
        int today = world.jobs
                .of(instance.id(), at.minus(Duration.ofDays(1)), job -> !job.isBackup())
                .size();
        return today >= A_DAY ? RestoreFindings.tooMany() : null;
    }

    private @Nullable DppError findForSnapshot(
            BackupInstance instance, RecoveryPoint point, String principal, Instant at) {
        ArmId snapshot = world.diskSnapshots.id(instance, point);
        if (snapshot == null || world.groups.get(snapshot.groupId()) == null) {
            return RestoreFindings.snapshotGroupOrRoleGone(instance.id());
        }
        String role = RoleCatalog.DISK_SNAPSHOT_CONTRIBUTOR;
        if (!world.roles.acts(principal, role, snapshot.groupId(), at)) {
            return BackupFindings.noPermissionOnSnapshotGroup(snapshot.groupId());
        }
        DppError unreadable = world.diskSnapshots.find(snapshot);
        return unreadable != null ? unreadable : findForEncryption(instance, principal, at);
    }

    /** A disk with a customer-managed key needs Reader on its disk encryption set (disk restore article). */
    private @Nullable DppError findForEncryption(BackupInstance instance, String principal, Instant at) {
        Disk disk = world.disks.get(instance.protection().datasource());
        ArmId set = disk == null
                ? null
                : ArmId.parse(disk.body()
                        .path("properties")
                        .path("encryption")
                        .path("diskEncryptionSetId")
                        .asText());
        return set == null || world.roles.acts(principal, RoleCatalog.READER, set, at)
                ? null
                : RestoreFindings.noPermissionOnEncryptionSet(set);
    }

    private @Nullable DppError findForTime(
            BackupInstance instance, RestoreRequest request, String principal, Instant at) {
        ArmId account = instance.protection().datasource();
        RestorableRange range = RestorableRange.of(world, instance, at);
        Instant time = request.time();
        if (world.accounts.get(account) == null) {
            return Findings.accountNotFound(account);
        }
        if (range == null || time == null || !range.holds(time)) {
            return RestoreFindings.timeNotInRange();
        }
        ArmId service = account.child("blobServices", "default");
        BlobService settings = world.blobServices.get(service);
        JsonNode enabled =
                settings == null ? null : CaseBlind.member(settings.body().get("restorePolicy"), "enabled");
        if (enabled != null && !enabled.asBoolean(true)) {
            return RestoreFindings.pointInTimeRestoreOff(account);
        }
        List<String> there = world.containers.under(service).stream()
                .map(container -> container.id().name())
                .toList();
        DppError ranges = BlobRanges.findInRanges(request.criteria(), there);
        if (ranges != null) {
            return ranges;
        }
        if (!world.roles.acts(principal, RoleCatalog.STORAGE_ACCOUNT_BACKUP_CONTRIBUTOR, account, at)) {
            return Findings.missingPermission(principal, account);
        }
        boolean running = !world.jobs
                .of(instance.id(), at.minus(Duration.ofDays(1)), job -> !job.isBackup() && job.isRunning(at))
                .isEmpty();
        return running ? RestoreFindings.pointInTimeRestoreRuns(account) : null;
    }

    private @Nullable DppError findForVaulted(
            BackupInstance instance, RestoreRequest request, Vault vault, String principal, Instant at) {
        BackupHistory history = world.backups.history(instance.id());
        RecoveryPoint point = history == null ? null : history.get(request.point(), at);
        if (point == null) {
            return RestoreFindings.vaultedPointNotFound(String.valueOf(request.point()));
        }
        if (request.target().equals(instance.protection().datasource())) {
            return RestoreFindings.originalLocation();
        }
        StorageAccount account = world.accounts.get(request.target());
        if (account == null) {
            return Findings.accountNotFound(request.target());
        }
        if (!Vault.normalLocation(account.location()).equals(Vault.normalLocation(vault.location()))) {
            return Findings.regionMismatch(account.location(), vault.location());
        }
        boolean lake = instance.protection().kind() == DatasourceKind.DATA_LAKE;
        if (!account.canBeBackedUp() || lake != account.hierarchical()) {
            return Findings.accountNotSupported(account.id());
        }
        List<String> backedUp = containers(instance);
        DppError wrong = BlobRanges.findInContainers(request.criteria(), backedUp);
        if (wrong != null) {
            return wrong;
        }
        String role = RoleCatalog.STORAGE_ACCOUNT_BACKUP_CONTRIBUTOR;
        if (!world.roles.acts(principal, role, account.id(), at)) {
            return Findings.missingPermission(principal, account.id());
        }
        return BlobRanges.targets(request, backedUp).stream()
                .filter(name -> has(account.id(), name))
                .findFirst()
                .map(RestoreFindings::targetContainersExist)
                .orElse(null);
    }

    private boolean has(ArmId account, String container) {
        return world.containers.get(account.child("blobServices", "default").child("containers", container)) != null;
    }

    /** The containers that the instance backs up; empty when it says none. */
    static List<String> containers(BackupInstance instance) {
        List<String> names = new ArrayList<>();
        for (JsonNode list : instance.protection().properties().findValues("containersList")) {
            list.forEach(name -> names.add(name.asText()));
        }
        return names;
    }
}
