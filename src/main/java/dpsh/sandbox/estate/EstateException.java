package dpsh.sandbox.estate;

/** A file that is no estate: the message says what is wrong and where, like {@code disks[3].id: ...}. */
public final class EstateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /**
     * @param where the place in the file, like {@code disks[3].id} or {@code line 4, column 9}
     * @param why what is wrong with it
     */
    public EstateException(String where, String why) {
        super(where + ": " + why);
    }
}
