package dpsh.wire;

import dpsh.arm.ErrorBody;
import dpsh.backup.OperationStatus;

/** The body of an operation's status URL. */
public final class OperationStatusJson {
    private OperationStatusJson() {}

    /** The job in the answer of a result URL, which has it at the top; null when there is none. */
    public static @org.jspecify.annotations.Nullable String jobOf(String body) {
        return body.isBlank()
                ? null
                : Fields.answer(body, "the operation's result").text("jobId");
    }

    /** @throws dpsh.arm.DpshException.Transport when it is no status body; that says nothing about the operation */
    public static OperationStatus read(String body) {
        Fields fields = Fields.answer(body, "the operation's status");
        Fields error = fields.at("error");
        ErrorBody said = error.node().isObject() ? ErrorJson.of(error, "unknown") : null;
        return new OperationStatus(fields.textOr("unknown", "status"), said, fields.text("properties", "jobId"));
    }
}
