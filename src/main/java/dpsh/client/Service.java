package dpsh.client;

import dpsh.arm.ServiceClock;
import dpsh.store.RunLog;
import java.util.function.LongSupplier;

/**
 * Everything that one service offers, put together once per session.
 *
 * @param bulk the same for work on many resources at once
 * @param runs the journal of runs
 * @param requests how many were sent so far
 * @param world what the ledger and the journal keep apart: the service that this is
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
        Jobs jobs,
        SandboxDoor sandbox,
        SignIn signIn,
        BulkService bulk,
        RunLog runs,
        String world,
        ServiceClock clock,
        LongSupplier requests) {}
