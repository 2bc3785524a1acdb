package dpsh.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the service checks before it protects a datasource. Some is refused at once; the rest is found by the operation.
 * Which check is of which sort is known for "already protected" (at once) and missing permissions (later) from both
 * articles; the others are assumed: what the request alone shows is refused at once, what takes a look at the datasource is
 * found later. Existence is looked at before permission (assumed).
 */
final class ProtectionChecks {
    private final World world;

    ProtectionChecks(World world) {
        this.world = world;
    }

    /** @param self the instance that the request is about; null when it only validates */
    void refuseAtOnce(Vault vault, Protection wanted, @Nullable ArmId self) {
        Policy policy = world.policies.get(wanted.policy());
        if (!wanted.policy().parent().equals(vault.id())) {
            throw Refusal.dpp(400, Findings.invalidInput("Use a policy of the Backup vault " + vault.id() + "."));
        }
        if (policy == null) {
            throw Refusal.dpp(400, Findings.invalidInput("The policy " + wanted.policy() + " does not exist."));
        }
        if (!policy.isFor(wanted.kind())) {
            throw Refusal.dpp(
                    400,
                    Findings.invalidInput("Use a policy for " + wanted.kind().datasourceType() + "."));
        }
        if (wanted.kind() == DatasourceKind.DATA_LAKE && !wanted.suitsLake()) {
            throw Refusal.dpp(
                    400,
                    Findings.invalidInput("Give AdlsBlobBackupDatasourceParameters and use the vault's own identity."));
        }
        DeletedInstance twin = world.instances.softDeletedTwin(vault.id(), wanted);
        if (twin != null) {
            throw Refusal.dpp(400, Findings.softDeletedTwin(twin.instance()));
        }
        BackupInstance rival = world.instances.rival(wanted, self);
        if (rival != null) {
            ArmId protector = rival.id().parent();
            throw Refusal.dpp(
                    400, Findings.alreadyProtected(protector, rival.id().name()));
        }
    }

    /** What stands against protecting the datasource at this time; null when nothing does. */
    @Nullable
    DppError find(Vault vault, Protection wanted, Instant at) {
        String principal = principal(vault, wanted);
        if (principal == null) {
            return Findings.vaultWithoutIdentity(vault.id());
        }
        if (isElsewhere(wanted.location(), vault)) {
            return Findings.regionMismatch(wanted.location(), vault.location());
        }
        return switch (wanted.kind()) {
            case DISK -> findForDisk(vault, principal, wanted, at);
            case BLOB, DATA_LAKE -> findForAccount(vault, principal, wanted, at);
        };
    }

    /** Who needs the roles: the vault's own identity or the user-assigned one that the request names; null for nobody. */
    static @Nullable String principal(Vault vault, Protection wanted) {
        Identity identity = vault.identity();
        ArmId user = wanted.userIdentity();
        if (identity == null || user == null) {
            return identity == null ? null : identity.principalId();
        }
        AssignedIdentity assigned = identity.user(user);
        return assigned == null ? null : assigned.principalId();
    }

    private @Nullable DppError findForDisk(Vault vault, String principal, Protection wanted, Instant at) {
        String given = wanted.snapshotGroup();
        if (given == null) {
            return Findings.snapshotGroupNotGiven();
        }
        ArmId group = ArmId.parse(given);
        if (group == null || !group.isGroup()) {
            return Findings.snapshotGroupMalformed(given);
        }
        if (!group.subscription().equalsIgnoreCase(wanted.datasource().subscription())) {
            return Findings.snapshotGroupElsewhere();
        }
        Disk disk = world.disks.get(wanted.datasource());
        if (disk == null) {
            return Findings.diskNotFound(wanted.datasource());
        }
        if (isElsewhere(disk.location(), vault)) {
            return Findings.regionMismatch(disk.location(), vault.location());
        }
        if (world.groups.get(group) == null) {
            return Findings.snapshotGroupNotFound(group);
        }
        Policy policy = world.policies.get(wanted.policy());
        if (disk.isSlowToBackUp() && policy != null && policy.isFasterThanTwelveHours()) {
            return Findings.diskTypeNotSupported(disk.sku());
        }
        DppError reader = findRole(principal, RoleCatalog.DISK_BACKUP_READER, wanted.datasource(), at);
        return reader != null ? reader : findRole(principal, RoleCatalog.DISK_SNAPSHOT_CONTRIBUTOR, group, at);
    }

    private @Nullable DppError findForAccount(Vault vault, String principal, Protection wanted, Instant at) {
        StorageAccount account = world.accounts.get(wanted.datasource());
        if (account == null) {
            return Findings.accountNotFound(wanted.datasource());
        }
        if (isElsewhere(account.location(), vault)) {
            return Findings.regionMismatch(account.location(), vault.location());
        }
        Policy policy = world.policies.get(wanted.policy());
        boolean vaulted = policy != null && policy.usesVaultStore();
        boolean lake = wanted.kind() == DatasourceKind.DATA_LAKE;
        if (!account.canBeBackedUp() || (lake ? !account.isPlainLake() : vaulted && account.hierarchical())) {
            return Findings.accountNotSupported(account.id());
        }
        if (vaulted && !wanted.hasContainers()) {
            return Findings.noContainers();
        }
        return findRole(principal, RoleCatalog.STORAGE_ACCOUNT_BACKUP_CONTRIBUTOR, wanted.datasource(), at);
    }

    private @Nullable DppError findRole(String principal, String role, ArmId scope, Instant at) {
        return world.roles.acts(principal, role, scope, at) ? null : Findings.missingPermission(principal, scope);
    }

    private static boolean isElsewhere(String location, Vault vault) {
        return !location.isBlank() && !Vault.normalLocation(location).equals(Vault.normalLocation(vault.location()));
    }
}
