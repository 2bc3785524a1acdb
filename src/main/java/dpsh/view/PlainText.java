package dpsh.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Text from outside, made harmless for a terminal (law 11): no control characters, no escape sequences, nothing that is
 * invisible or that turns the direction of writing. What is visible stays.
 *
 * <p>Escape sequences: ECMA-48, 5th edition, sections 5.3 to 5.6 and 8.3; invisible characters: Unicode's general category
 * Cf and its Default_Ignorable_Code_Point property.
 */
public final class PlainText {
    private static final int ESC = 0x1b;
    private static final int BEL = 0x07;
    private static final int STRING_TERMINATOR = 0x9c;

    private final String given;
    private final StringBuilder kept;
    private int at;

    private PlainText(String given) {
        this.given = given;
        this.kept = new StringBuilder(given.length());
    }

    /** The text on one line: a line break becomes a blank. Never fails, whatever the text holds. */
    public static String of(String text) {
        return new PlainText(text).onOneLine();
    }

    /** The text's lines, each harmless; at least one. */
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\r\n|[\r\n\u0085\u2028\u2029]", -1)) {
            lines.add(of(line));
        }
        return List.copyOf(lines);
    }

    /** Whether a terminal would act on this character, or a reader not see it. */
    static boolean isUnsafe(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isIgnorable(character);
        };
    }

    /** Default_Ignorable_Code_Point outside of category Cf: fillers, joiners, variation selectors, reserved ones. */
    private static boolean isIgnorable(int character) {
        return character == 0x034f
                || character == 0x115f
                || character == 0x1160
                || character == 0x17b4
                || character == 0x17b5
                || character >= 0x180b && character <= 0x180f
                || character == 0x2065
                || character == 0x3164
                || character >= 0xfe00 && character <= 0xfe0f
                || character == 0xffa0
                || character >= 0xfff0 && character <= 0xfff8
                || character >= 0xe0000 && character <= 0xe0fff;
    }

    private String onOneLine() {
        while (at < given.length()) {
            int character = given.codePointAt(at);
            int start = at;
            at += Character.charCount(character);
            if (character == ESC) {
                afterEscape();
            } else if (character == 0x9b) {
                controlSequence();
            } else if (character == 0x90 || character == 0x98 || character >= 0x9d && character <= 0x9f) {
                controlString();
            } else if (character == '\r' && at < given.length() && given.charAt(at) == '\n') {
                continue;
            } else if (isBlank(character)) {
                kept.append(' ');
            } else if (Character.getType(character) == Character.SURROGATE) {
                kept.append('\ufffd');
            } else if (!isUnsafe(character)) {
                kept.append(given, start, at);
            }
        }
        return kept.toString();
    }

    private static boolean isBlank(int character) {
        return character >= '\t' && character <= '\r'
                || character == 0x85
                || character == 0x2028
                || character == 0x2029;
    }

    private void afterEscape() {
        if (at == given.length()) {
            return;
        }
        char next = given.charAt(at);
        if (next == '[') {
            at++;
            controlSequence();
        } else if (next == ']' || next == 'P' || next == 'X' || next == '^' || next == '_') {
            at++;
            controlString();
        } else {
            int end = at;
            while (end < given.length() && isIn(given.charAt(end), 0x20, 0x2f)) {
                end++;
            }
            if (end < given.length() && isIn(given.charAt(end), 0x30, 0x7e)) {
                at = end + 1;
            }
        }
    }

    /** Parameters, intermediates, one final byte. What is not complete is no sequence, and its text stays to be seen. */
    private void controlSequence() {
        int end = at;
        while (end < given.length() && isIn(given.charAt(end), 0x30, 0x3f)) {
            end++;
        }
        while (end < given.length() && isIn(given.charAt(end), 0x20, 0x2f)) {
            end++;
        }
        if (end < given.length() && isIn(given.charAt(end), 0x40, 0x7e)) {
            at = end + 1;
        }
    }

    /** Everything up to BEL or ST. Without an end it is no sequence, and its text stays to be seen. */
    private void controlString() {
        for (int end = at; end < given.length(); end++) {
            char character = given.charAt(end);
            if (character == BEL || character == STRING_TERMINATOR) {
                at = end + 1;
                return;
            }
            if (character == ESC) {
                boolean terminated = end + 1 < given.length() && given.charAt(end + 1) == '\\';
                at = terminated ? end + 2 : at;
                return;
            }
        }
    }

    private static boolean isIn(char character, int low, int high) {
        return character >= low && character <= high;
    }
}
