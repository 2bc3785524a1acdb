package dpsh.client;

import dpsh.arm.ServiceClock;

/**
 * The service for work on many resources at once: the same connection, ledger and gates. A request that the service
 * throttles is not waited out but thrown at once, as a {@link dpsh.arm.DpshException.TimedOut} that is {@code throttled()}
 * and says when to come again; it had no effect.
 *
 * @param pacing when to send
 */
public record BulkService(
        BackupClient backup,
        ResourceClient resources,
        ResourceGraph graph,
        RoleClient roles,
        Operations operations,
        Permissions permissions,
        Protection protection,
        Pacing pacing,
        ServiceClock clock) {}
