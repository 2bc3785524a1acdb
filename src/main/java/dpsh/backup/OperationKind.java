package dpsh.backup;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The operations that the ledger follows, by the contract's names (openapi 2024-04-01; Microsoft.Authorization 2022-04-01). */
public enum OperationKind {
    VALIDATE("BackupInstances_ValidateForBackup", "validate"),
    CREATE_INSTANCE("BackupInstances_CreateOrUpdate", "create instance"),
    DELETE_INSTANCE("BackupInstances_Delete", "delete instance"),
    ASSIGN_ROLE("RoleAssignments_Create", "grant role");

    private final String contractName;
    private final String label;

    OperationKind(String contractName, String label) {
        this.contractName = contractName;
        this.label = label;
    }

    public String contractName() {
        return contractName;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** The kind with this contract name, or null for one that dpsh of another version wrote. */
    public static @Nullable OperationKind of(String contractName) {
        return Arrays.stream(values())
                .filter(kind -> kind.contractName.equals(contractName))
                .findFirst()
                .orElse(null);
    }
}
