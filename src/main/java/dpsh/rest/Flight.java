package dpsh.rest;

import java.time.Instant;

/**
 * One attempt that has its tokens and is on its way.
 *
 * @param operation the contract's name of what is asked for
 * @param departed on the service's clock
 * @param heardBefore how many answers the bucket had had by then
 * @param heardOfOperation the same of the operation's own bucket
 */
record Flight(Bucket bucket, String operation, Instant departed, long heardBefore, long heardOfOperation) {}
