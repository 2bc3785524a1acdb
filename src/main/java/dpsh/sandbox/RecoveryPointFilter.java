package dpsh.sandbox;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code $filter} of a list of recovery points: {@code startDate eq '...' and endDate eq '...'}, the only filter that az
 * builds; PowerShell and the contract add {@code restorePointDataStoreId}, {@code isVisible} and
 * {@code extendedInfo}, which take no recovery point away here (assumed).
 */
record RecoveryPointFilter(
        @Nullable Instant start, @Nullable Instant end) {
    private static final Pattern TERM =
            Pattern.compile("\\s*(\\w+)\\s+(?:eq|ge|le|gt|lt)\\s+'?([^']*?)'?\\s*", Pattern.CASE_INSENSITIVE);

    /** Reads a filter; an empty one takes all. Refuses what it does not understand as invalid input (assumed). */
    static RecoveryPointFilter parse(@Nullable String text) {
        Instant start = null;
        Instant end = null;
        if (text == null || text.isBlank()) {
            return new RecoveryPointFilter(null, null);
        }
        for (String part : text.split("(?i)\\s+and\\s+")) {
            Matcher term = TERM.matcher(part);
            if (!term.matches()) {
                throw invalid();
            }
            if (term.group(1).equalsIgnoreCase("startDate")) {
                start = time(term.group(2));
            } else if (term.group(1).equalsIgnoreCase("endDate")) {
                end = time(term.group(2));
            } else if (!term.group(1).matches("(?i)restorePointDataStoreId|isVisible|extendedInfo|restorePointState")) {
                throw invalid();
            }
        }
        return new RecoveryPointFilter(start, end);
    }

    private static Instant time(String text) {
        try {
            return RestorableRange.parse(text);
        } catch (DateTimeParseException malformed) {
            throw invalid();
        }
    }

    private static Refusal invalid() {
        return Refusal.dpp(400, Findings.invalidInput("Please check the required inputs"));
    }

    boolean takes(RecoveryPoint point) {
        return (start == null || !point.time().isBefore(start))
                && (end == null || !point.time().isAfter(end));
    }
}
