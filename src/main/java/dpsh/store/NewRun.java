package dpsh.store;

import java.time.Duration;

/**
 * A run that begins.
 *
 * @param world the service that it works at
 * @param title what it protects, in a few words
 * @param plan the ID of the plan that it carries out
 * @param grant whether missing roles may be assigned
 * @param scope the word for where roles are assigned, such as "resource"
 * @param itemDeadline how long one item may be configured, in service time
 */
public record NewRun(String world, String title, String plan, boolean grant, String scope, Duration itemDeadline) {}
