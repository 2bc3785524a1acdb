package dpsh.rest;

/** Text from outside, made fit for one line of ours (law 11). */
final class Plain {
    private Plain() {}

    /** The text on one line, without control characters and cut after so many characters. */
    static String text(String outside, int longest) {
        StringBuilder plain = new StringBuilder();
        outside.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean unfit = type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
            if (Character.isWhitespace(c) || unfit) {
                if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
                    plain.append(' ');
                }
            } else {
                plain.appendCodePoint(c);
            }
        });
        String line = plain.toString().strip();
        return line.length() <= longest ? line : line.substring(0, longest) + "...";
    }
}
