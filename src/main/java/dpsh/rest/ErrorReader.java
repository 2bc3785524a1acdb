package dpsh.rest;

import dpsh.arm.ErrorBody;
import java.util.Map;

/** Finds the error in an answer. This room knows no domain, so it asks; {@code dpsh.wire} knows how. */
@FunctionalInterface
public interface ErrorReader {
    /** Never fails: an unreadable body becomes a code made of the status or of {@code x-ms-error-code}. */
    ErrorBody read(int status, Map<String, String> headers, String body);
}
