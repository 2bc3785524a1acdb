package dpsh.shell;

import java.util.regex.Pattern;

/** Tells lines that carry a secret: a signature, a bearer token, a key. They are neither kept nor repeated. */
final class Secrets {
    private static final Pattern SIGNS = Pattern.compile(
            "(?i)\\bsig=|\\bbearer\\s+\\S|token[=:\\s]+\\S|secret[=:\\s]+\\S|password[=:\\s]+\\S|accountkey=|\\beyJ[\\w-]{10,}\\.");

    private Secrets() {}

    static boolean in(String line) {
        return SIGNS.matcher(line).find();
    }
}
