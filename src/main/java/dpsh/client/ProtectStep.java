package dpsh.client;

import dpsh.backup.Finding;
import dpsh.backup.Outcome;
import dpsh.backup.RoleNeed;
import dpsh.backup.RoleStanding;

/** What happened on the way to protecting one datasource, for telling. */
public sealed interface ProtectStep {
    /** A check found something that does not stand in the way. */
    record Noted(Finding finding) implements ProtectStep {}

    /** A role is held already, or is missing. */
    record Checked(RoleStanding standing) implements ProtectStep {}

    /** A role was assigned. */
    record Granted(RoleNeed need) implements ProtectStep {}

    /** A validation was refused because the roles do not act yet; it is tried again. */
    record NotInForce(Outcome.Failed refusal) implements ProtectStep {}

    /** The roles that were granted act. */
    record InForce() implements ProtectStep {}

    /** The service validated the request. */
    record Validated() implements ProtectStep {}

    /** The service accepted the backup instance: accepted, not done. */
    record Created(String instanceName, long operation) implements ProtectStep {}

    /** An instance that somebody made before is still being configured; it is watched. */
    record PickedUp(String instanceName) implements ProtectStep {}

    /** The service's word while it works. */
    record Running(Outcome.StillRunning running) implements ProtectStep {}
}
