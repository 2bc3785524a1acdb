package dpsh.backup;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The word that the service gives a job. Seen live: {@code InProgress}, {@code Completed}, {@code Failed}; the others stand in
 * the contract's prose and examples (wire notes, section 6). An unknown word is kept and shown.
 */
public record JobState(String word) {
    private static final Set<String> RUNNING = Set.of("inprogress", "started", "queued", "cancelling", "canceling");
    private static final Set<String> DONE = Set.of("completed", "succeeded", "success");
    private static final Set<String> WARNED =
            Set.of("completedwithwarnings", "successwithwarning", "successwithwarnings");
    private static final Set<String> CANCELED = Set.of("cancelled", "canceled");

    /** Whether it still runs, by its word. */
    public boolean isRunning() {
        return RUNNING.contains(folded());
    }

    /** Done, with warnings or without. */
    public boolean isDone() {
        return DONE.contains(folded()) || isWarned();
    }

    /** Done, and it has something to say. */
    public boolean isWarned() {
        return WARNED.contains(folded());
    }

    public boolean isFailed() {
        return folded().equals("failed");
    }

    public boolean isCanceled() {
        return CANCELED.contains(folded());
    }

    private String folded() {
        return word.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JobState state && word.equalsIgnoreCase(state.word);
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public String toString() {
        return word;
    }
}
