package dpsh.backup;

import java.util.UUID;

/**
 * The built-in roles that the vault's identity needs for the two datasources, by definition ID: names change, IDs do not
 * (Azure built-in roles, Microsoft Learn, 2026-04-09).
 */
public enum Role {
    DISK_BACKUP_READER("Disk Backup Reader", "3e5e47e6-65f7-47ef-90b5-e5dd4d455f24"),
    DISK_SNAPSHOT_CONTRIBUTOR("Disk Snapshot Contributor", "7efff54f-a5b4-42b5-a1c5-5411624893ce"),
    STORAGE_ACCOUNT_BACKUP_CONTRIBUTOR("Storage Account Backup Contributor", "e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1");

    private final String label;
    private final UUID id;

    Role(String label, String id) {
        this.label = label;
        this.id = UUID.fromString(id);
    }

    /** The name that the portal shows. */
    public String label() {
        return label;
    }

    /** The GUID of the role definition. */
    public UUID id() {
        return id;
    }
}
