package dpsh.client;

import dpsh.arm.ServiceClock;

/** Everything that one service offers, put together once per session. */
public record Service(
        BackupClient backup,
        ResourceClient resources,
        RoleClient roles,
        Operations operations,
        Permissions permissions,
        Protection protection,
        SandboxDoor sandbox,
        SignIn signIn,
        ServiceClock clock) {}
