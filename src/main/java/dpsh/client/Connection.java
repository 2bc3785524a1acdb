package dpsh.client;

import dpsh.arm.ServiceClock;
import dpsh.rest.ArmExchange;
import dpsh.store.OperationLog;
import dpsh.store.RunLog;

/** Puts the service together over one exchange. */
public final class Connection {
    private Connection() {}

    /** @param world what the ledger keeps apart: the service that the exchange talks to */
    public static Service over(
            ArmExchange exchange,
            ApiVersions versions,
            OperationLog log,
            RunLog runs,
            String world,
            ServiceClock clock,
            SignIn signIn) {
        BackupClient backup = new BackupClient(exchange, versions);
        RoleClient roles = new RoleClient(exchange);
        Attendance attendance = new Attendance();
        Operations operations = new Operations(backup, roles, log, world, clock, attendance);
        Permissions permissions = new Permissions(roles, operations, clock);
        ResourceClient resources = new ResourceClient(exchange);
        return new Service(
                backup,
                resources,
                roles,
                operations,
                permissions,
                new Protection(backup, operations, permissions),
                new Lifecycle(backup, operations),
                new Coverage(backup, resources),
                new Jobs(backup, clock),
                new SandboxDoor(exchange),
                signIn,
                bulk(exchange, versions, log, world, clock, attendance),
                runs,
                world,
                clock,
                exchange::sent);
    }

    private static BulkService bulk(
            ArmExchange exchange,
            ApiVersions versions,
            OperationLog log,
            String world,
            ServiceClock clock,
            Attendance attendance) {
        ArmExchange inBulk = exchange.inBulk();
        BackupClient backup = new BackupClient(inBulk, versions);
        RoleClient roles = new RoleClient(inBulk);
        Operations operations = new Operations(backup, roles, log, world, clock, attendance);
        Permissions permissions = new Permissions(roles, operations, clock);
        return new BulkService(
                backup,
                new ResourceClient(inBulk),
                new ResourceGraph(inBulk),
                roles,
                operations,
                permissions,
                new Protection(backup, operations, permissions),
                new Pacing(exchange.governor()),
                clock);
    }
}
