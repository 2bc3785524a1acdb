package dpsh.view;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last net under law 1: sentences that libraries wrote may quote a header or a URL. Tokens and the signed queries of
 * operation URLs are taken out of them; {@code api-version} stays.
 */
final class Secrets {
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer)\\s+[A-Za-z0-9._~+/=-]{8,}");
    private static final Pattern TOKEN = Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}(\\.[A-Za-z0-9_-]*){0,2}");
    private static final Pattern QUERY =
            Pattern.compile("(https?://[^\\s?\"'<>]*\\?)(?:[^\\s\"'<>]*?(api-version=[A-Za-z0-9-]+))?[^\\s\"'<>]*");

    private Secrets() {}

    static String hidden(String text) {
        String withoutBearer = BEARER.matcher(text).replaceAll("$1 …");
        String withoutToken = TOKEN.matcher(withoutBearer).replaceAll("…");
        return QUERY.matcher(withoutToken).replaceAll(query -> {
            String version = query.group(2);
            String address = Matcher.quoteReplacement(query.group(1));
            boolean nothingElse = version != null && query.group().equals(query.group(1) + version);
            return address + (version == null ? "…" : version + (nothingElse ? "" : "&…"));
        });
    }
}
