package dpsh.view;

/** Paints and measures text for one stream; pipes and files get one that paints nothing. */
public interface Ink {
    String paint(String text, Tone tone);

    /** The number of terminal columns that the text takes. */
    int width(String text);
}
