package dpsh.bulk;

import java.time.Duration;

/**
 * How a run is carried out.
 *
 * @param grant whether missing roles may be assigned
 * @param scope where missing roles are assigned
 * @param itemDeadline how long one item may take from its first request, in service time
 * @param grantDeadline until granted roles act, in service time
 */
public record RunSettings(boolean grant, RoleScope scope, Duration itemDeadline, Duration grantDeadline) {}
