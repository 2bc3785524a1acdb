package dpsh.arm;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last net under law 1: what libraries and services write may quote a header or a URL. Tokens and the signed queries of
 * operation URLs are taken out of it; {@code api-version} stays.
 */
public final class Secrets {
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer)\\s+[A-Za-z0-9._~+/=-]{8,}");
    private static final Pattern TOKEN = Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}(\\.[A-Za-z0-9_-]*){0,2}");
    /** Also as JSON may write it, with \\/ for a slash. */
    private static final Pattern QUERY = Pattern.compile(
            "(https?:(?:\\\\?/){2}[^\\s?\"'<>]*\\?)(?:[^\\s\"'<>]*?(api-version=[A-Za-z0-9-]+))?[^\\s\"'<>]*");

    /** A shared access signature that stands outside of a URL. */
    private static final Pattern SIGNATURE = Pattern.compile("(?i)\\b(sig=)[^&\\s\"'<>]+");

    /** Everything else in a query is hidden: operation URLs are signed, and a skip token may be. */
    private static final Set<String> HARMLESS =
            Set.of("api-version", "$filter", "$top", "$select", "$expand", "$orderby");

    private Secrets() {}

    /** A URL with the values of its query hidden, except those that are harmless by name. */
    public static String hiddenInUrl(String url) {
        int question = url.indexOf('?');
        if (question < 0) {
            return url;
        }
        StringBuilder shown = new StringBuilder(url.substring(0, question));
        char separator = '?';
        for (String pair : url.substring(question + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals);
            shown.append(separator);
            if (HARMLESS.contains(name.replace("%24", "$").toLowerCase(Locale.ROOT))) {
                shown.append(pair);
            } else {
                shown.append(name).append(equals < 0 ? "..." : "=...");
            }
            separator = '&';
        }
        return shown.toString();
    }

    /** Any text without them. */
    public static String hidden(String text) {
        String withoutBearer = BEARER.matcher(text).replaceAll("$1 …");
        String withoutToken = TOKEN.matcher(withoutBearer).replaceAll("…");
        String withoutSignature = SIGNATURE.matcher(withoutToken).replaceAll("$1…");
        return QUERY.matcher(withoutSignature).replaceAll(query -> {
            String version = query.group(2);
            String address = Matcher.quoteReplacement(query.group(1));
            boolean nothingElse = version != null && query.group().equals(query.group(1) + version);
            return address + (version == null ? "…" : version + (nothingElse ? "" : "&…"));
        });
    }
}
