package dpsh.view;

import java.util.regex.Pattern;

/** Text as it stands in GitHub's Markdown, also in a table: nothing of it becomes markup, a link or HTML. */
final class MarkdownText {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&!$@]|:(?=//)|(?<=www)\\.");
    private static final Pattern TICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /** Escaped, on one line. */
    static String of(String text) {
        return MARKUP.matcher(PlainText.of(text)).replaceAll("\\\\$0");
    }

    /** As code, for names, codes and commands; nothing in it is looked at. */
    static String code(String text) {
        String plain = PlainText.of(text).replace("|", "\\|");
        int longest = TICKS.matcher(plain)
                .results()
                .mapToInt(ticks -> ticks.end() - ticks.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        boolean touching = plain.startsWith("`") || plain.endsWith("`") || plain.isBlank();
        return touching ? fence + " " + plain + " " + fence : fence + plain + fence;
    }
}
