package dpsh.backup;

import dpsh.arm.ResourceId;
import java.util.List;

/**
 * A backup policy of a vault.
 *
 * @param datasourceTypes what it may protect, as the service spells it; one entry in practice
 * @param schedules the repeating intervals ({@code R/2020-04-05T13:00:00+00:00/PT4H}); empty for continuous backup
 * @param retentions what is kept where, such as "7 days in OperationalStore"
 * @param dataStores the stores that its rules use, such as "OperationalStore" and "VaultStore"
 * @param backupRules the names of its backup rules, for backups on demand; empty for continuous backup
 * @param raw the service's own JSON, for output only
 */
public record Policy(
        ResourceId id,
        List<String> datasourceTypes,
        List<String> schedules,
        List<String> retentions,
        List<String> dataStores,
        List<String> backupRules,
        String raw) {
    public static final String TYPE = "Microsoft.DataProtection/backupVaults/backupPolicies";

    public Policy {
        datasourceTypes = List.copyOf(datasourceTypes);
        schedules = List.copyOf(schedules);
        retentions = List.copyOf(retentions);
        dataStores = List.copyOf(dataStores);
        backupRules = List.copyOf(backupRules);
    }

    /** A policy without backup rules that could be run on demand. */
    public Policy(
            ResourceId id,
            List<String> datasourceTypes,
            List<String> schedules,
            List<String> retentions,
            List<String> dataStores,
            String raw) {
        this(id, datasourceTypes, schedules, retentions, dataStores, List.of(), raw);
    }

    public String name() {
        return id.name();
    }

    /** Whether it can protect this kind; the service compares the type as a whole. */
    public boolean fits(DatasourceKind kind) {
        return datasourceTypes.stream().anyMatch(kind.datasourceType()::equalsIgnoreCase);
    }

    /** Whether it also writes to the vault store, which for blobs needs a list of containers. */
    public boolean isVaulted() {
        return dataStores.stream().anyMatch("VaultStore"::equalsIgnoreCase);
    }
}
