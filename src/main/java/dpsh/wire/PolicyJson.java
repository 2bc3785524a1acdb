package dpsh.wire;

import dpsh.backup.Policy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Backup policies: schedules from the backup rules, retentions from the retention rules. */
public final class PolicyJson {
    private PolicyJson() {}

    public static Policy read(String json) {
        Fields policy = Fields.answer(json, "the policy");
        List<String> schedules = new ArrayList<>();
        List<String> retentions = new ArrayList<>();
        Set<String> stores = new LinkedHashSet<>();
        List<String> backupRules = new ArrayList<>();
        for (Fields rule : policy.list("properties", "policyRules")) {
            schedules.addAll(rule.texts("trigger", "schedule", "repeatingTimeIntervals"));
            String name = rule.text("name");
            if (name != null && "AzureBackupRule".equalsIgnoreCase(rule.text("objectType"))) {
                backupRules.add(name);
            }
            String backupStore = rule.text("dataStore", "dataStoreType");
            if (backupStore != null) {
                stores.add(backupStore);
            }
            for (Fields lifecycle : rule.list("lifecycles")) {
                String store = lifecycle.textOr("", "sourceDataStore", "dataStoreType");
                if (!store.isEmpty()) {
                    stores.add(store);
                }
                String duration = lifecycle.text("deleteAfter", "duration");
                if (duration != null) {
                    retentions.add(duration + (store.isEmpty() ? "" : " in " + store));
                }
            }
        }
        return new Policy(
                policy.requiredId("the policy", "id"),
                policy.texts("properties", "datasourceTypes"),
                schedules,
                retentions,
                List.copyOf(stores),
                backupRules,
                json);
    }
}
