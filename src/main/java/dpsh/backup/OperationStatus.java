package dpsh.backup;

import dpsh.arm.ErrorBody;
import org.jspecify.annotations.Nullable;

/**
 * What an operation's status URL says. Only three words end it; any other word means that it runs ("Track asynchronous
 * Azure operations", Microsoft Learn).
 *
 * @param word as the service spells it: {@code Inprogress}, {@code Succeeded}, {@code Failed}, {@code Canceled}
 * @param error for one that failed or was canceled, or null
 * @param jobId the job that it started, or null
 */
public record OperationStatus(
        String word, @Nullable ErrorBody error, @Nullable String jobId) {
    public boolean succeeded() {
        return word.equalsIgnoreCase("Succeeded");
    }

    public boolean failed() {
        return word.equalsIgnoreCase("Failed");
    }

    /** What the service says of one that failed, or that it says nothing. */
    public ErrorBody reason() {
        return error == null ? ErrorBody.of("Failed", "the operation failed and the service gave no reason") : error;
    }

    /** Both spellings of the word are taken. */
    public boolean canceled() {
        return word.equalsIgnoreCase("Canceled") || word.equalsIgnoreCase("Cancelled");
    }
}
