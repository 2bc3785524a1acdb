package dpsh.view;

import dpsh.store.RunItem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From the first thing that a run did to the last, in service time.
 *
 * @param begin null when nothing was done
 */
record RunSpan(@Nullable Instant begin, @Nullable Instant end) {
    static RunSpan of(Iterable<RunItem> items) {
        Instant begin = null;
        Instant end = null;
        for (RunItem item : items) {
            Instant started = item.startedAt();
            begin = started != null && (begin == null || started.isBefore(begin)) ? started : begin;
            for (Instant time : new @Nullable Instant[] {started, item.submittedAt(), item.endedAt()}) {
                end = time != null && (end == null || time.isAfter(end)) ? time : end;
            }
        }
        return new RunSpan(begin, end);
    }

    Duration length() {
        return begin == null || end == null ? Duration.ZERO : Duration.between(begin, end);
    }
}
