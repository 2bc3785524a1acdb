package dpsh.store;

import org.jspecify.annotations.Nullable;

/** How a URL with a signed query may be shown: without it (law 1). */
final class SignedUrl {
    private SignedUrl() {}

    static String withoutQuery(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    /** Whether there is one, no more: the path of an operation URL is part of what the service handed out. */
    static String presence(@Nullable String url) {
        return url == null ? "none" : "hidden";
    }
}
