package dpsh.command;

/** Whoever reads what a command writes has had enough, such as {@code head}: the command ends, and that is no failure. */
public final class ReaderGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReaderGone() {
        super("the reader is gone", null, false, false);
    }
}
