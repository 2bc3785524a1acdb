package dpsh.client;

import dpsh.arm.ServiceClock;

/** x */
public record BulkService(
        BackupClient backup,
        ResourceClient resources,
        RoleClient roles,
        Operations operations,
        Permissions permissions,
        Protection protection,
        Pacing pacing,
        ServiceClock clock) {}
