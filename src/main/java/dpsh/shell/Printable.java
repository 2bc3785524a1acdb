package dpsh.shell;

/** Text from outside made fit for a prompt or a list: no control, escape or invisible format character is left. */
final class Printable {
    private Printable() {}

    static String of(String text) {
        if (isClean(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(Printable::shows).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    static boolean isClean(String text) {
        return text.codePoints().allMatch(Printable::shows);
    }

    private static boolean shows(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
