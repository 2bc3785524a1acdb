package dpsh.runbook;

import dpsh.backup.BackupInstance;
import dpsh.backup.Datasource;
import dpsh.backup.Policy;
import dpsh.backup.ResourceGroup;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;

/** What a runbook may give in place of a name or ID: the thing itself. */
final class Named {
    private Named() {}

    /** The name or ID that stands for it. */
    static String text(Object value) {
        if (value instanceof Vault vault) {
            return vault.id().toString();
        }
        if (value instanceof Policy policy) {
            return policy.id().toString();
        }
        if (value instanceof Datasource datasource) {
            return datasource.id().toString();
        }
        if (value instanceof BackupInstance instance) {
            return instance.id().toString();
        }
        if (value instanceof ResourceGroup group) {
            return group.id().toString();
        }
        return value instanceof Subscription subscription ? subscription.id().value() : value.toString();
    }
}
