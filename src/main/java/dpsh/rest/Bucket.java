package dpsh.rest;

import java.util.Locale;

/**
 * What ARM counts requests by: a subscription (or the tenant, for URLs without one) and the kind of request.
 * "Understand how Azure Resource Manager throttles requests" (Microsoft Learn, 2025).
 *
 * @param subscription in lower case; empty for the tenant
 */
record Bucket(String subscription, Kind kind) {
    enum Kind {
        READ,
        WRITE,
        DELETE
    }

    /** The bucket that a request to this absolute URL is counted in. */
    static Bucket of(Verb verb, String url) {
        Kind kind =
                switch (verb) {
                    case GET, HEAD -> Kind.READ;
                    case DELETE -> Kind.DELETE;
                    case PUT, PATCH, POST -> Kind.WRITE;
                };
        return new Bucket(subscription(url), kind);
    }

    private static String subscription(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        int path = lower.indexOf('/', lower.indexOf("://") + 3);
        String marker = "/subscriptions/";
        if (path < 0 || !lower.startsWith(marker, path)) {
            return "";
        }
        int from = path + marker.length();
        int to = from;
        while (to < lower.length() && "/?".indexOf(lower.charAt(to)) < 0) {
            to++;
        }
        return lower.substring(from, to);
    }
}
