package dpsh.runbook;

import org.jspecify.annotations.Nullable;

/** What is on record about an operation, as it is shown. */
record OperationStanding(
        @Nullable Long number,
        @Nullable String kind,
        @Nullable String target,
        String state,
        @Nullable String detail,
        @Nullable String code) {}
