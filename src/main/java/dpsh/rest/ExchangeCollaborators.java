package dpsh.rest;

import dpsh.arm.ServiceClock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whom an exchange works with. All of them are called from whichever thread sends.
 *
 * @param shown gets the requests that are shown instead of sent
 * @param warning gets sentences for the operator
 * @param trace gets a line per attempt, or null for none
 */
public record ExchangeCollaborators(
        TokenSource tokens,
        Ledger ledger,
        ServiceClock clock,
        ErrorReader errors,
        Consumer<ArmRequest> shown,
        Consumer<String> warning,
        @Nullable Trace trace) {}
