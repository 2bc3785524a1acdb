package dpsh.view;

import dpsh.arm.ResourceId;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Vault;

/** A scope in a few words: "disk msdiskbackup", "resource group snapshot-rg", "subscription 1234". */
record ScopeName(ResourceId scope) {
    String words() {
        return kind() + " " + scope.name();
    }

    /** Several of the same kind: "4 disks". */
    String many(int count) {
        return count + " " + kind() + "s";
    }

    private String kind() {
        if (scope.isGroup()) {
            return "resource group";
        }
        if (scope.isSubscription()) {
            return "subscription";
        }
        DatasourceKind kind = DatasourceKind.of(scope);
        if (kind != null) {
            return kind.label();
        }
        return scope.isOf(Vault.TYPE) ? "vault" : scope.type();
    }
}
