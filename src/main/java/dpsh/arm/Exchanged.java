package dpsh.arm;

import org.jspecify.annotations.Nullable;

/**
 * The request that an error is about. Nothing of it is secret: no header but its ID, no body, no signature.
 *
 * @param method such as {@code PUT}
 * @param url with those values of its query hidden that may be signed; without the endpoint where it lies below it
 * @param clientRequestId what it was sent with
 * @param answered what came back, or null when nothing did
 */
public record Exchanged(
        String method,
        String url,
        String clientRequestId,
        @Nullable Answered answered) {
    public Exchanged {
        url = Secrets.hiddenInUrl(url);
    }
}
