package dpsh.sandbox.fault;

import java.time.Instant;

/**
 * A request as the selectors look at it.
 *
 * @param method in upper case
 * @param path raw
 * @param operation by {@link OperationNames}
 * @param at service time of arrival
 */
public record Target(String method, String path, String operation, Instant at) {}
