package dpsh.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the service finds when it backs up: things that were there when the protection was configured may be gone. Which of the
 * documented codes stands for which mixture of "gone" and "not allowed" is assumed.
 */
final class BackupChecks {
    private final World world;

    BackupChecks(World world) {
        this.world = world;
    }

    /** Why a backup at this time fails; null when it does not. */
    @Nullable
    DppError find(BackupInstance instance, Instant at) {
        Vault vault = world.vaults.get(instance.id().parent());
        String principal = vault == null ? null : ProtectionChecks.principal(vault, instance.protection());
        if (principal == null) {
            return Findings.vaultWithoutIdentity(instance.id().parent());
        }
        return switch (instance.protection().kind()) {
            case DISK -> findForDisk(instance.protection(), principal, at);
            case BLOB, DATA_LAKE -> findForAccount(instance.protection(), principal, at);
        };
    }

    private @Nullable DppError findForDisk(Protection protection, String principal, Instant at) {
        ArmId disk = protection.datasource();
        boolean reads = world.roles.acts(principal, RoleCatalog.DISK_BACKUP_READER, disk, at);
        if (world.disks.get(disk) == null) {
            return reads ? Findings.diskNotFound(disk) : BackupFindings.diskOrRoleGone(disk);
        }
        ArmId group = ArmId.parse(protection.snapshotGroup());
        if (group == null) {
            return Findings.snapshotGroupNotGiven();
        }
        if (world.groups.get(group) == null) {
            return BackupFindings.snapshotGroupOrRoleGone(group);
        }
        boolean writes = world.roles.acts(principal, RoleCatalog.DISK_SNAPSHOT_CONTRIBUTOR, group, at);
        if (!reads) {
            return writes ? BackupFindings.noPermissionOnDisk(disk) : BackupFindings.noPermissionAtAll();
        }
        return writes ? null : BackupFindings.noPermissionOnSnapshotGroup(group);
    }

    private @Nullable DppError findForAccount(Protection protection, String principal, Instant at) {
        ArmId account = protection.datasource();
        if (world.accounts.get(account) == null) {
            return Findings.accountNotFound(account);
        }
        return world.roles.acts(principal, RoleCatalog.STORAGE_ACCOUNT_BACKUP_CONTRIBUTOR, account, at)
                ? null
                : Findings.missingPermission(principal, account);
    }
}
