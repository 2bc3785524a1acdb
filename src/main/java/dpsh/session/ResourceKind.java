package dpsh.session;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of things that the index knows, and the nouns of the command language that mean them. */
enum ResourceKind {
    SUBSCRIPTION("subscription", "subscriptions", "subscription"),
    GROUP("resource group", "resource groups", "group"),
    SNAPSHOT_GROUP("resource group", "resource groups", "group"),
    VAULT("vault", "vaults", "vault"),
    POLICY("policy", "policies", "policy"),
    DISK("disk", "disks", "disk"),
    ACCOUNT("storage account", "storage accounts", "account"),
    DATASOURCE("datasource", "datasources", "disk", "account"),
    INSTANCE("backup instance", "backup instances", "instance"),
    JOB("job", "jobs", "job"),
    RECOVERY_POINT("recovery point", "recovery points", "recovery-point"),
    /** Something to stand at: a name alone would not say what it is. */
    PLACE("place", "places", "subscription", "group", "vault");

    private final String label;
    private final String heading;
    private final List<String> kinds;

    ResourceKind(String label, String heading, String... kinds) {
        this.label = label;
        this.heading = heading;
        this.kinds = List.of(kinds);
    }

    /** The kind that a noun means, or null. */
    static @Nullable ResourceKind of(String noun) {
        return switch (noun.toLowerCase(Locale.ROOT)) {
            case "subscription" -> SUBSCRIPTION;
            case "group" -> GROUP;
            case "snapshot-group" -> SNAPSHOT_GROUP;
            case "vault" -> VAULT;
            case "policy" -> POLICY;
            case "disk" -> DISK;
            case "account", "blob", "storage-account" -> ACCOUNT;
            case "datasource" -> DATASOURCE;
            case "instance" -> INSTANCE;
            case "job" -> JOB;
            case "point", "recovery-point" -> RECOVERY_POINT;
            case "place" -> PLACE;
            default -> null;
        };
    }

    /** What people call one. */
    String label() {
        return label;
    }

    /** What stands over several. */
    String heading() {
        return heading;
    }

    /** The kinds in the index that it means. */
    List<String> kinds() {
        return kinds;
    }

    boolean hasNames() {
        return this != PLACE;
    }

    /** Whether a plain name is looked for in one place only, so that another one elsewhere does not matter. */
    boolean isFoundByScope() {
        return this == SNAPSHOT_GROUP;
    }
}
