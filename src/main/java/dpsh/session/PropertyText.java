package dpsh.session;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How keys and values are written in a properties file: the backslash and what may stand behind it. */
final class PropertyText {
    private PropertyText() {}

    /** Whether a line goes on in the next one: it ends with an odd number of backslashes. */
    static boolean continues(CharSequence line) {
        int slashes = 0;
        for (int at = line.length() - 1; at >= 0 && line.charAt(at) == '\\'; at--) {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    /** Where the first {@code =} or {@code :} without a backslash stands; -1 when there is none. */
    static int separator(String line) {
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '=' || c == ':') {
                return at;
            }
        }
        return -1;
    }

    /** The text that is meant; null when it is not well formed. */
    static @Nullable String read(String written) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < written.length(); at++) {
            char c = written.charAt(at);
            if (c != '\\' || at + 1 == written.length()) {
                text.append(c == '\\' ? "" : c);
                continue;
            }
            char meant = written.charAt(++at);
            if (meant == 'u') {
                if (at + 4 >= written.length()) {
                    return null;
                }
                int code = hex(written.substring(at + 1, at + 5));
                if (code < 0) {
                    return null;
                }
                text.append((char) code);
                at += 4;
            } else {
                text.append(
                        switch (meant) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            case 'f' -> '\f';
                            default -> meant;
                        });
            }
        }
        return text.toString();
    }

    private static int hex(String digits) {
        int code = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    /** A key as it is written. */
    static String key(String text) {
        return written(text, " =:#!");
    }

    /** A value as it is written: only what would be read otherwise gets a backslash. */
    static String value(String text) {
        return written(text, "");
    }

    private static String written(String text, String special) {
        StringBuilder written = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean edge = at == 0 || at == text.length() - 1;
            if (edge && Character.isWhitespace(c)) {
                written.append(escape(c));
            } else if (c == '\\' || special.indexOf(c) >= 0) {
                written.append('\\').append(c);
            } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                written.append(escape(c));
            } else {
                written.append(c);
            }
        }
        return written.toString();
    }

    private static String escape(char c) {
        return c == '\n' ? "\\n" : c == '\t' ? "\\t" : String.format(Locale.ROOT, "\\u%04x", (int) c);
    }
}
