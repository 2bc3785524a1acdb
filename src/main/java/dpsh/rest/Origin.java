package dpsh.rest;

import dpsh.arm.DpshException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Scheme, host and port of an endpoint: the one place that a token may go to (law 1).
 *
 * @param scheme {@code https}, or {@code http} to loopback
 * @param host in lower case; an IPv6 address stands in brackets
 * @param port the real port, never -1
 */
public record Origin(String scheme, String host, int port) {
    /**
     * Reads an endpoint such as {@code https://management.azure.com} or {@code http://127.0.0.1:8080/}.
     *
     * @throws DpshException.Usage when it is no such URL, carries a path, a query or a user, or is http to another machine
     */
    public static Origin parse(String endpoint) {
        URI uri;
        try {
            uri = new URI(endpoint.strip());
        } catch (URISyntaxException e) {
            throw refused(endpoint, "it is no URL");
        }
        String path = uri.getRawPath();
        if (path != null && !path.isEmpty() && !path.equals("/")) {
            throw refused(endpoint, "it has a path; give scheme, host and port only");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw refused(endpoint, "it has a query; give scheme, host and port only");
        }
        Origin origin = of(uri);
        if (origin == null) {
            throw refused(endpoint, "it is not of the form https://host[:port]");
        }
        if (!origin.secure() && !origin.loopback()) {
            throw refused(endpoint, "http is for this machine only (127.0.0.1, [::1], localhost)");
        }
        return origin;
    }

    private static DpshException.Usage refused(String endpoint, String why) {
        String shown = endpoint.indexOf('@') >= 0 ? "the endpoint" : "the endpoint '" + endpoint + "'";
        return new DpshException.Usage(
                shown + " cannot be used", why, "--endpoint https://management.azure.com, or http://127.0.0.1:PORT");
    }

    /** The origin of a URL; null when it has none, carries a user, or is neither http nor https. */
    static @Nullable Origin of(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return null;
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return null;
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port);
    }

    /** Whether the URL is of this origin: the case of scheme and host and a default port that is spelled out do not count. */
    public boolean same(URI uri) {
        return equals(of(uri));
    }

    /** Whether the connection is encrypted. */
    public boolean secure() {
        return scheme.equals("https");
    }

    /** Whether the host is this machine, judged by its spelling and never by a name lookup. */
    public boolean loopback() {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** The origin as a URL without a path; a default port is left out. */
    @Override
    public String toString() {
        boolean usual = port == (secure() ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
