package dpsh.sandbox.fault;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What people call a request: {@code putInstance}, {@code validateForBackup}, {@code listPolicies}. The name follows from the
 * method and the types in the path alone, so it is there for requests that no route answers, too.
 */
public final class OperationNames {
    /** What a type is called: one, and many. Keys in lower case. */
    private static final Map<String, List<String>> TYPES = Map.ofEntries(
            Map.entry("subscriptions", List.of("Subscription", "Subscriptions")),
            Map.entry("tenants", List.of("Tenant", "Tenants")),
            Map.entry("resourcegroups", List.of("Group", "Groups")),
            Map.entry("disks", List.of("Disk", "Disks")),
            Map.entry("snapshots", List.of("Snapshot", "Snapshots")),
            Map.entry("storageaccounts", List.of("Account", "Accounts")),
            Map.entry("containers", List.of("Container", "Containers")),
            Map.entry("backupvaults", List.of("Vault", "Vaults")),
            Map.entry("deletedvaults", List.of("DeletedVault", "DeletedVaults")),
            Map.entry("backuppolicies", List.of("Policy", "Policies")),
            Map.entry("backupinstances", List.of("Instance", "Instances")),
            Map.entry("deletedbackupinstances", List.of("DeletedInstance", "DeletedInstances")),
            Map.entry("recoverypoints", List.of("RecoveryPoint", "RecoveryPoints")),
            Map.entry("backupjobs", List.of("Job", "Jobs")),
            Map.entry("backupresourceguardproxies", List.of("GuardProxy", "GuardProxies")),
            Map.entry("resourceguards", List.of("ResourceGuard", "ResourceGuards")),
            Map.entry("userassignedidentities", List.of("Identity", "Identities")),
            Map.entry("roleassignments", List.of("RoleAssignment", "RoleAssignments")),
            Map.entry("roledefinitions", List.of("RoleDefinition", "RoleDefinitions")));

    /** Actions as they end a path. */
    private static final List<String> ACTIONS = List.of(
            "backup",
            "checkFeatureSupport",
            "checkNameAvailability",
            "exportBackupJobs",
            "findRestorableTimeRanges",
            "rehydrate",
            "restore",
            "resumeBackups",
            "resumeProtection",
            "stopProtection",
            "suspendBackups",
            "sync",
            "undelete",
            "unlockDelete",
            "validateForBackup",
            "validateForModifyBackup",
            "validateRestore");

    /** What starts long-running work, which can fail later than its request. */
    private static final Set<String> ASYNCHRONOUS = Set.of(
            "validateforbackup",
            "validateformodifybackup",
            "putinstance",
            "deleteinstance",
            "putvault",
            "deletevault",
            "backup",
            "restore",
            "validaterestore",
            "stopprotection",
            "suspendbackups",
            "resumebackups",
            "resumeprotection",
            "sync",
            "rehydrate");

    private static final Set<String> ALL = all();

    private OperationNames() {}

    private static Set<String> all() {
        Set<String> names = new TreeSet<>(ACTIONS);
        TYPES.forEach((type, words) -> {
            names.add("list" + words.get(1));
            for (String verb : List.of("get", "put", "patch", "delete")) {
                names.add(verb + words.get(0));
            }
        });
        names.addAll(List.of("operationStatus", "operationResult", "queryResources", "other"));
        return names;
    }

    /** Every name that a request can have. */
    public static Set<String> known() {
        return ALL;
    }

    /** Whether the operation of this name starts work that ends after its answer. */
    public static boolean isAsynchronous(String name) {
        return ASYNCHRONOUS.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The name of a request.
     *
     * @param method in upper case
     * @param segments of the path, decoded
     */
    public static String of(String method, List<String> segments) {
        if (segments.isEmpty()) {
            return "other";
        }
        String last = lower(segments, segments.size() - 1);
        String before = segments.size() < 2 ? "" : lower(segments, segments.size() - 2);
        if (method.equals("POST")) {
            if (before.equals("microsoft.resourcegraph")) {
                return "queryResources";
            }
            return ACTIONS.stream().filter(last::equalsIgnoreCase).findFirst().orElse("other");
        }
        if (before.equals("operationstatus")) {
            return "operationStatus";
        }
        if (before.equals("operationresults")) {
            return "operationResult";
        }
        boolean collection = TYPES.containsKey(last) && !TYPES.containsKey(before);
        List<String> words = TYPES.get(collection ? last : before);
        if (words == null) {
            return "other";
        }
        if (method.equals("GET") || method.equals("HEAD")) {
            return collection ? "list" + words.get(1) : "get" + words.get(0);
        }
        return collection ? "other" : method.toLowerCase(Locale.ROOT) + words.get(0);
    }

    private static String lower(List<String> segments, int index) {
        return segments.get(index).toLowerCase(Locale.ROOT);
    }
}
