package dpsh.rest;

import dpsh.arm.DpshException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Keeps every request, and so every token, at the profile's ARM origin (law 1). What leaves it is refused: not followed,
 * and not followed without its token either.
 */
public final class OriginGuard {
    private final Origin origin;

    public OriginGuard(Origin origin) {
        this.origin = origin;
    }

    /** Where requests may go. */
    public Origin origin() {
        return origin;
    }

    /** Whether a URL that the service handed out may be followed. Ask before polling an operation URL. */
    public boolean allows(String url) {
        if (url.startsWith("/")) {
            return true;
        }
        try {
            return origin.same(new URI(url));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * The absolute URL to send to: a path is put below the origin, an absolute URL stays as it is, byte for byte.
     *
     * @param what the request in words, for the refusal
     * @throws DpshException.Transport when the URL leaves the origin or cannot be sent as it stands
     */
    String resolve(String what, String url) {
        String absolute = url.startsWith("/") ? origin + url : url;
        URI uri;
        try {
            uri = new URI(absolute);
        } catch (URISyntaxException e) {
            throw refused(what, "its URL cannot be sent as it stands (" + e.getReason() + " at " + e.getIndex() + ")");
        }
        if (!origin.same(uri)) {
            throw refused(what, "its URL names a foreign origin, " + named(uri) + "; not followed");
        }
        if (uri.getRawFragment() != null || !absolute.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw refused(what, "its URL has a part that cannot be sent as it stands");
        }
        return absolute;
    }

    /** A foreign URL in words, without its path, its query and its user: they may be signed or secret. */
    static String named(URI uri) {
        Origin foreign = Origin.of(uri);
        if (foreign != null) {
            return foreign.toString();
        }
        return uri.getHost() == null ? "one that cannot be read" : String.valueOf(uri.getHost());
    }

    private DpshException.Transport refused(String what, String why) {
        return new DpshException.Transport(what, why, "only " + origin + " is sent anything", false, null);
    }
}
