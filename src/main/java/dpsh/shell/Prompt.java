package dpsh.shell;

import dpsh.session.Mode;
import dpsh.view.Ink;
import dpsh.view.PlainText;
import dpsh.view.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prompt's text: {@code dpsh sandbox Backup Operations/testBkpVault [2]> }, shorter where the terminal is narrow. The number
 * is that of operations and runs that go on; it stays when all else gives way. What is protected is red and has a {@code !}
 * behind it, what is read-only is dim and has {@code (ro)}; that stays, too.
 */
final class Prompt {
    private final Ink ink;

    Prompt(Ink ink) {
        this.ink = ink;
    }

    /** @param columns the terminal's width; at most half of it is used. 0 when it is not known */
    String text(Standing standing, int columns) {
        int room = columns <= 0 ? Integer.MAX_VALUE : columns / 2;
        String last = standing.vault() != null ? standing.vault() : standing.group();
        String mark = mark(standing.mode());
        String painted = mark.isEmpty() ? "" : ink.paint(mark, tone(standing.mode()));
        List<String> heads = new ArrayList<>();
        heads.add("dpsh " + standing.label() + " " + (standing.subscription() == null ? "" : standing.subscription()));
        heads.add("dpsh " + standing.label());
        heads.add("dpsh");
        String end = (standing.running() > 0 ? " [" + standing.running() + "]" : "") + "> ";
        for (String head : heads) {
            String plain = plain(head, last) + mark + end;
            if (ink.width(plain) <= room) {
                String clean = PlainText.of(head).strip();
                return last == null
                        ? clean + painted + end
                        : clean
                                + separator(standing, head)
                                + ink.paint(PlainText.of(last) + mark, tone(standing.mode()))
                                + end;
            }
        }
        return "dpsh" + painted + end;
    }

    /** Where there is no colour, it says the same. */
    private static String mark(Mode mode) {
        return switch (mode) {
            case OPEN -> "";
            case PROTECTED -> "!";
            case READ_ONLY -> " (ro)";
        };
    }

    private static Tone tone(Mode mode) {
        return switch (mode) {
            case OPEN -> Tone.HEADING;
            case PROTECTED -> Tone.BAD;
            case READ_ONLY -> Tone.DIM;
        };
    }

    private static String plain(String head, @Nullable String last) {
        return PlainText.of(head).strip() + (last == null ? "" : "/" + PlainText.of(last));
    }

    private static String separator(Standing standing, String head) {
        return standing.subscription() != null && head.endsWith(standing.subscription()) ? "/" : " ";
    }
}
