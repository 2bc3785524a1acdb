package dpsh.store;

/** What a change outlives once it is written. */
enum Durability {
    /** The end of the process, kill -9 too; a power cut may take it back until something that outlives one is written. */
    PROCESS,
    /** A power cut as well: the disk was told to flush, and said that it did. */
    POWER_CUT
}
