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
        Lifecycle lifecycle,
        Coverage coverage,
        Jobs jobs,
        SandboxDoor sandbox,
        SignIn signIn,
        ServiceClock clock) {}
