package dpsh.sandbox;

/** Which of ARM's token buckets a sandbox keeps (wire notes section 11). */
public enum SandboxBuckets {
    /**
     * As documented (request-limits-and-throttling): per subscription and principal 250 reads refilled by 25 a second, 200
     * writes and 200 deletes refilled by 10 a second.
     */
    DOCUMENTED,
    /**
     * As seen in live headers of 2023 to 2025: 1100 reads, 800 writes, 800 deletes, and a bucket of its own for each type of
     * resource. How fast they refill was never seen; assumed to grow like the buckets.
     */
    OBSERVED,
    /** Counts, and refuses nobody. */
    OFF
}
