package dpsh.view;

/** Paints nothing; measures as most terminals do: marks take no column, East Asian letters and emoji two. */
class PlainInk implements Ink {
    @Override
    public String paint(String text, Tone tone) {
        return text;
    }

    @Override
    public int width(String text) {
        return text.codePoints().map(PlainInk::width).sum();
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = character >= 0x1100 && character <= 0x115f
                || character >= 0x2e80 && character <= 0xa4cf
                || character >= 0xac00 && character <= 0xd7a3
                || character >= 0xff00 && character <= 0xff60
                || character >= 0x1f300 && character <= 0x1faff;
        return wide ? 2 : 1;
    }
}
