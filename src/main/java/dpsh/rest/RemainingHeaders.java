package dpsh.rest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says is left ({@code x-ms-ratelimit-remaining-*}; which of them comes is not predictable, so whichever is
 * there is read; wire notes section 11).
 *
 * @param left tokens in the buckets of this principal
 * @param leftOfAll tokens that all principals of a subscription share
 * @param leftOfOperation tokens in what the provider counts by itself, per operation as was seen; null when it says nothing
 */
record RemainingHeaders(
        Map<Bucket, Long> left,
        Map<Bucket, Long> leftOfAll,
        @Nullable Long leftOfOperation) {
    private static final String PREFIX = "x-ms-ratelimit-remaining-";

    /** @param subscription of the request, in lower case; empty for the tenant */
    static RemainingHeaders of(Map<String, String> headers, String subscription) {
        Map<Bucket, Long> left = new HashMap<>();
        Map<Bucket, Long> leftOfAll = new HashMap<>();
        Long leftOfOperation = null;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            Long value = name.startsWith(PREFIX) ? number(header.getValue()) : null;
            if (value == null) {
                continue;
            }
            String what = name.substring(PREFIX.length());
            if (what.equals("subscription-resource-requests") || what.equals("tenant-resource-requests")) {
                leftOfOperation = value;
            } else if (what.startsWith("subscription-global-")) {
                put(leftOfAll, subscription, what.substring("subscription-global-".length()), value);
            } else if (what.startsWith("subscription-")) {
                put(left, subscription, what.substring("subscription-".length()), value);
            } else if (what.startsWith("tenant-")) {
                put(left, "", what.substring("tenant-".length()), value);
            }
        }
        return new RemainingHeaders(left, leftOfAll, leftOfOperation);
    }

    private static void put(Map<Bucket, Long> into, String subscription, String kinds, long value) {
        switch (kinds) {
            case "reads" -> into.put(new Bucket(subscription, Bucket.Kind.READ), value);
            case "writes" -> into.put(new Bucket(subscription, Bucket.Kind.WRITE), value);
            case "deletes" -> into.put(new Bucket(subscription, Bucket.Kind.DELETE), value);
            default -> {
                // Another kind of count, which is not known to be ours.
            }
        }
    }

    private static @Nullable Long number(String text) {
        String digits = text.strip();
        return digits.matches("\\d{1,9}") ? Long.valueOf(digits) : null;
    }
}
