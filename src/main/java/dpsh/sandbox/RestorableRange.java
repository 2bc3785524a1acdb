package dpsh.sandbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The times to which the blobs of an account can be brought back: az recording restorable_time_range_find, 2023-06. */
record RestorableRange(Instant start, Instant end) {
    /** What is kept of this instance at this time; null when it is not the operational backup of an account. */
    static @Nullable RestorableRange of(World world, BackupInstance instance, Instant now) {
        BackupPlan plan = world.backups.plan(instance);
        BackupHistory history = world.backups.history(instance.id());
        if (instance.protection().kind() != DatasourceKind.BLOB || plan == null) {
            return null;
        }
        BackupPlan.Keep keep = plan.keep("Default", BackupPlan.OPERATIONAL);
        if (keep == null) {
            return null;
        }
        Instant kept = now.minus(Duration.between(now, keep.expiry(now)));
        Instant since = history == null ? now : history.since();
        return new RestorableRange(since.isAfter(kept) ? since : kept, now);
    }

    boolean holds(Instant time) {
        return !time.isBefore(start) && !time.isAfter(end);
    }

    /**
     * The part of it in the window that a request asks for. The start is cut to what is kept, the end is taken as it is, even
     * before the start. A start alone must have seven digits, an end alone is the service's own failure: all recorded.
     */
    RestorableRange within(@Nullable String from, @Nullable String to) {
        boolean begins = from != null && !from.isBlank();
        boolean ends = to != null && !to.isBlank();
        if (ends && !begins) {
            throw Refusal.dpp(
                            500,
                            new DppError(
                                    "CloudInternalError",
                                    "Microsoft Azure Backup encountered an internal error.",
                                    "Wait for a few minutes and then try the operation again. If the issue persists, "
                                            + "please contact Microsoft support."))
                    .with("x-ms-failure-cause", "service");
        }
        if (begins && !ends && !from.matches(".*\\.\\d{7}Z")) {
            throw Refusal.dpp(400, invalid());
        }
        try {
            Instant wanted = begins ? parse(from) : start;
            return new RestorableRange(wanted.isAfter(start) ? wanted : start, ends ? parse(to) : end);
        } catch (DateTimeParseException malformed) {
            throw Refusal.dpp(400, invalid());
        }
    }

    private static DppError invalid() {
        return new DppError(
                "DppPluginInvalidInputParameters",
                "Invalid inputs from caller.",
                "Please retry after some time with correct inputs. Reach out to the Azure Backup support if the issue "
                        + "persists. ");
    }

    /** A time with any offset; without one it is UTC (recorded). Throws DateTimeParseException when it is none. */
    static Instant parse(String text) {
        String strict = text.strip().replace(' ', 'T');
        try {
            return OffsetDateTime.parse(strict).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            try {
                return LocalDateTime.parse(strict).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException malformed) {
                throw withoutOffset;
            }
        }
    }
}
