package dpsh.wire;

import dpsh.arm.Location;
import dpsh.backup.Vault;

/** Backup vaults. */
public final class VaultJson {
    private VaultJson() {}

    public static Vault read(String json) {
        Fields vault = Fields.answer(json, "the vault");
        return new Vault(
                vault.requiredId("the vault", "id"),
                new Location(vault.textOr("", "location")),
                vault.textOr("Succeeded", "properties", "provisioningState"),
                vault.text("identity", "principalId"),
                redundancy(vault),
                vault.text("properties", "securitySettings", "softDeleteSettings", "state"),
                days(vault.text("properties", "securitySettings", "softDeleteSettings", "retentionDurationInDays")),
                json);
    }

    /** The service sends a double ({@code 14.0}). */
    private static @org.jspecify.annotations.Nullable Integer days(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("\\d{1,6}(\\.\\d*)?") ? (int) Double.parseDouble(text) : null;
    }

    private static @org.jspecify.annotations.Nullable String redundancy(Fields vault) {
        for (Fields setting : vault.list("properties", "storageSettings")) {
            String type = setting.text("type");
            if (type != null) {
                return type;
            }
        }
        return null;
    }
}
