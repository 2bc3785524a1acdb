package dpsh.bulk;

import dpsh.store.RunRow;

/** A run and how far it came. */
public record RunStanding(RunRow run, RunCounts counts) {}
