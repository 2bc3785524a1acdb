package dpsh.rest;

import dpsh.arm.SubscriptionId;
import java.util.Locale;

/**
 * What ARM counts requests by: a subscription (or the tenant, for URLs without one) and the kind of request.
 * "Understand how Azure Resource Manager throttles requests" (Microsoft Learn, 2025).
 *
 * @param subscription in lower case; empty for the tenant
 */
public record Bucket(String subscription, Kind kind) {
    /** The kinds of request that ARM counts apart, each with the size of its bucket as documented. */
    public enum Kind {
        READ(250, 25),
        /** POST, also one that only reads, PUT and PATCH. */
        WRITE(200, 10),
        DELETE(200, 10);

        private final double capacity;
        private final double perSecond;

        Kind(double capacity, double perSecond) {
            this.capacity = capacity;
            this.perSecond = perSecond;
        }

        double capacity() {
            return capacity;
        }

        double perSecond() {
            return perSecond;
        }
    }

    /** A subscription's bucket. */
    public static Bucket of(SubscriptionId subscription, Kind kind) {
        return new Bucket(subscription.value().toLowerCase(Locale.ROOT), kind);
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
