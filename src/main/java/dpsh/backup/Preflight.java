package dpsh.backup;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be known to be wrong with a draft before anything is sent, each with the service's own code. Sources: the support
 * matrices and troubleshooting pages for disks and blobs (Microsoft Learn, 2024-12 to 2025-08).
 */
public final class Preflight {
    private static final Pattern INSTANCE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,259}");
    private static final Set<String> TWELVE_HOUR_SKUS = Set.of("premiumv2_lrs", "ultrassd_lrs");

    private static final int SHOWN = 60;

    private Preflight() {}

    /**
     * Everything that is known.
     *
     * @param vault where it shall be protected, or null when it was not read
     * @param policy the draft's policy, or null when it was not read
     * @param datasource the resource as its provider shows it, or null when it was not read
     */
    public static List<Finding> check(
            InstanceDraft draft, @Nullable Vault vault, @Nullable Policy policy, @Nullable Datasource datasource) {
        List<Finding> findings = new ArrayList<>(offline(draft));
        if (vault != null) {
            vault(draft, vault, findings);
        }
        if (policy != null) {
            policy(draft, policy, datasource, findings);
        }
        if (datasource != null) {
            datasource(datasource, findings);
        }
        return List.copyOf(findings);
    }

    /** What is said when findings stand in the way: all errors in one sentence, with the first one's fix and code. */
    public static DpshException.Refused refusal(String name, List<Finding> findings) {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        Finding first = errors.get(0);
        return new DpshException.Refused(
                name + " cannot be protected like this",
                errors.stream().map(Finding::message).collect(Collectors.joining("; ")),
                first.fix(),
                first.serviceCode());
    }

    /** What the draft alone tells. */
    public static List<Finding> offline(InstanceDraft draft) {
        List<Finding> findings = new ArrayList<>();
        if (!INSTANCE_NAME.matcher(draft.name()).matches()) {
            findings.add(Finding.error(
                    "BMSUserErrorInvalidInput",
                    "the instance name '" + shown(draft.name())
                            + "' may hold letters, digits, dots, dashes and underscores, at most 260",
                    "leave --name out and it is derived from the datasource"));
        }
        if (!draft.datasource().isOf(draft.kind().resourceType())) {
            findings.add(Finding.error(
                    draft.kind() == DatasourceKind.DISK
                            ? "UserErrorDiskBackupDiskTypeNotSupported"
                            : "UserErrorUnsupportedStorageAccountType",
                    "the ID is of type " + draft.datasource().type() + ", not "
                            + draft.kind().resourceType(),
                    "give the ID of a " + draft.kind().label()));
        }
        if (!draft.policy().isOf(Policy.TYPE)) {
            findings.add(Finding.error(
                    "BMSUserErrorInvalidInput",
                    "the policy's ID is of type " + draft.policy().type() + ", not " + Policy.TYPE,
                    "`policy list` shows the vault's policies"));
        }
        snapshotGroup(draft, findings);
        return findings;
    }

    private static String shown(String name) {
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "...";
    }

    private static void snapshotGroup(InstanceDraft draft, List<Finding> findings) {
        ResourceId group = draft.snapshotGroup();
        if (!draft.kind().needsSnapshotGroup()) {
            if (group != null) {
                findings.add(Finding.error(
                        "BMSUserErrorInvalidInput",
                        "a snapshot group belongs to disks only",
                        "leave --snapshot-group out"));
            }
            return;
        }
        if (group == null) {
            findings.add(Finding.error(
                    "UserErrorOperationalStoreParametersNotProvided",
                    "a disk needs a snapshot resource group",
                    "add --snapshot-group NAME"));
            return;
        }
        if (!group.isGroup()) {
            findings.add(Finding.error(
                    "UserErrorInvalidOperationalStoreResourceGroup",
                    "the snapshot group's ID is of type " + group.type() + ", not of a resource group",
                    "give /subscriptions/<subscription>/resourceGroups/<name>"));
            return;
        }
        SubscriptionId disk = draft.datasource().subscription();
        SubscriptionId snapshots = group.subscription();
        if (disk != null && snapshots != null && !disk.equals(snapshots) && !(isMask(disk) && isMask(snapshots))) {
            findings.add(Finding.error(
                    "UserErrorSnapshotRGSubscriptionMismatch",
                    "the snapshot group is in subscription " + snapshots + " and the disk in " + disk,
                    "choose a group in the disk's subscription"));
        }
        if (group.equals(diskGroup(draft.datasource()))) {
            findings.add(Finding.warning(
                    "the snapshot group is the disk's own group; Microsoft advises a group of its own", null));
        }
    }

    /** The articles print masks (x and dashes) for subscriptions, and not all of one length. */
    private static boolean isMask(SubscriptionId subscription) {
        return subscription.value().matches("[xX-]+");
    }

    private static @Nullable ResourceId diskGroup(ResourceId disk) {
        SubscriptionId subscription = disk.subscription();
        String group = disk.resourceGroup();
        return subscription == null || group == null ? null : ResourceId.ofGroup(subscription, group);
    }

    private static void vault(InstanceDraft draft, Vault vault, List<Finding> findings) {
        if (!draft.location().equals(vault.location())) {
            findings.add(Finding.error(
                    null,
                    "the " + draft.kind().label() + " is in " + draft.location() + " and the vault " + vault.name()
                            + " in " + vault.location() + "; they must be in the same region",
                    "`vault list` shows the vaults and their regions"));
        }
        if (vault.principalId() == null) {
            findings.add(Finding.error(
                    "VaultMSIUnauthorized",
                    "the vault " + vault.name() + " has no system-assigned identity",
                    "give it one in the portal (Identity) and grant it the roles"));
        }
        if (!vault.id().equals(draft.policy().parent())) {
            findings.add(Finding.error(
                    "BMSUserErrorInvalidInput",
                    "the policy " + draft.policy().name() + " belongs to another vault than " + vault.name(),
                    "`policy list --vault " + vault.name() + "` shows those that fit"));
        }
    }

    private static void policy(
            InstanceDraft draft, Policy policy, @Nullable Datasource datasource, List<Finding> findings) {
        if (!policy.fits(draft.kind())) {
            findings.add(Finding.error(
                    "BMSUserErrorInvalidInput",
                    "the policy " + policy.name() + " is for " + String.join(", ", policy.datasourceTypes())
                            + ", not for " + draft.kind().datasourceType(),
                    "`policy list` shows which policy is for what"));
            return;
        }
        if (draft.kind() == DatasourceKind.BLOB && policy.isVaulted() && draft.given() == null) {
            findings.add(Finding.error(
                    "UserErrorNoContainersSelectedForOperation",
                    "the policy " + policy.name() + " writes to the vault store, which needs a list of containers",
                    "use an operational policy, or give the request with --body"));
        }
        String sku = datasource == null ? null : datasource.sku();
        if (sku != null
                && TWELVE_HOUR_SKUS.contains(sku.toLowerCase(java.util.Locale.ROOT))
                && policy.schedules().stream().anyMatch(s -> !s.matches("(?i).*/(PT12H|P1D)"))) {
            findings.add(Finding.error(
                    "UserErrorDiskBackupDiskTypeNotSupported",
                    "a disk of SKU " + sku + " allows backups every 12 hours or daily, and " + policy.name()
                            + " asks for " + String.join(", ", policy.schedules()),
                    "use a policy with PT12H or P1D"));
        }
    }

    private static void datasource(Datasource datasource, List<Finding> findings) {
        if (datasource.hierarchical()) {
            findings.add(Finding.warning(
                    "the account " + datasource.name()
                            + " has a hierarchical namespace; sources differ on whether operational backup takes it",
                    null));
        }
    }
}
