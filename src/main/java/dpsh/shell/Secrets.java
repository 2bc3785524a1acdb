package dpsh.shell;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells lines that carry a secret: a signature, a token, a key, a password. They are neither kept nor repeated. A line that
 * only speaks of one ({@code explain token}) carries none.
 */
final class Secrets {
    private static final String NAME = "(?:token|secret|password|passwd|passphrase|credential|signature|assertion"
            + "|(?:account|access|shared|api|subscription|private)[-_ ]?key)";

    private static final List<Pattern> SIGNS = List.of(
            // a shared access signature, in a URL or alone
            Pattern.compile("(?i)\\bsig="),
            Pattern.compile("(?i)\\bbearer\\s+\\S"),
            Pattern.compile("(?i)\\bauthorization\\b['\"]?\\s*[:=]\\s*\\S"),
            // name = value, name: value, "name": "value", also with more around the name
            Pattern.compile("(?i)" + NAME + "[\\w-]{0,40}['\"\\])]{0,2}\\s*[=:]\\s*\\S"),
            // --client-secret VALUE
            Pattern.compile("(?i)--[\\w-]{0,40}" + NAME + "[\\w-]{0,40}\\s+\\S"),
            // a name and behind it something as long as a key
            Pattern.compile("(?i)\\b" + NAME + "\\s+['\"]?[\\w+/=.~-]{16}"),
            // a JSON web token; a storage account's or a service bus's key; a client secret of Entra ID
            Pattern.compile("\\beyJ[\\w-]{10,}\\."),
            Pattern.compile("(?<![\\w+/])(?:[A-Za-z0-9+/]{86}==|[A-Za-z0-9+/]{43}=)(?![\\w=])"),
            Pattern.compile("(?<![\\w.~-])[\\w.~-]{3}\\dQ~[\\w.~-]{31,34}(?![\\w.~-])"),
            Pattern.compile("-----BEGIN [A-Z ]{0,40}PRIVATE KEY"),
            // https://user:password@host
            Pattern.compile("://[^\\s/:@]{1,200}:[^\\s/@]{1,200}@"));

    private Secrets() {}

    static boolean in(String line) {
        return SIGNS.stream().anyMatch(sign -> sign.matcher(line).find());
    }
}
