package dpsh.view;

/**
 * A stretch of text with one tone. It cannot hold what a terminal would act on: the text is made plain on the way in.
 *
 * @param text on one line
 */
public record Span(String text, Tone tone) {
    public Span {
        text = PlainText.of(text);
    }
}
