package dpsh.view;

import dpsh.arm.Secrets;
import org.jspecify.annotations.Nullable;

/** Parts of sentences that come from many places, brought into one shape so that they can be put together. */
final class Clause {
    private Clause() {}

    /** Plain, without secrets, and without the marks at its end; null when nothing is left. */
    static @Nullable String of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clause =
                PlainText.of(Secrets.hidden(text)).replaceAll("\\s+", " ").strip();
        int end = clause.length();
        while (end > 0 && ".:;,! ".indexOf(clause.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == 0 ? null : clause.substring(0, end);
    }

    /** With a full stop, unless it ends as a question. */
    static String ended(String clause) {
        return clause.endsWith("?") ? clause : clause + ".";
    }

    /** With a small letter, behind a colon; an abbreviation stays as it is. */
    static String begunLow(@Nullable String clause) {
        String text = clause == null ? "" : clause;
        boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    /** With a capital letter, as a sentence of its own. */
    static String begun(String clause) {
        int first = clause.codePointAt(0);
        int length = Character.charCount(first);
        boolean word = length < clause.length() && Character.isLetter(clause.charAt(length));
        return word && !clause.startsWith("dpsh ")
                ? Character.toString(Character.toTitleCase(first)) + clause.substring(length)
                : clause;
    }
}
