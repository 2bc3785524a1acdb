package dpsh.rest;

import dpsh.arm.Answered;
import dpsh.arm.ErrorBody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger learns of an answer.
 *
 * @param headers by name, without regard to case; operation URLs are signed and must not be shown
 * @param error the service's error for a status of 400 and above, or null
 * @param refusal what came back in that case, as it may be kept, or null
 */
public record LedgerAnswer(
        int status,
        Map<String, String> headers,
        @Nullable ErrorBody error,
        @Nullable Answered refusal) {}
