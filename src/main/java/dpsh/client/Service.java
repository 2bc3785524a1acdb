package dpsh.client;

import dpsh.arm.ServiceClock;

/**
 * Everything that one service offers, put together once per session.
 *
 * @param bulk the same for work on many resources at once
 */
public record Service(
        BackupClient backup,
        ResourceClient resources,
        RoleClient roles,
        Operations operations,
        Permissions permissions,
        Protection protection,
        Lifecycle lifecycle,
        Coverage coverage,
        SandboxDoor sandbox,
        SignIn signIn,
        BulkService bulk,
        ServiceClock clock) {}
