package dpsh.shell;

/** Lends the terminal to programs: they write to it and read its keys themselves. */
interface Lending {
    /** Begins; the caller ends it. */
    Loan begin();

    /** The terminal is a program's. */
    interface Loan extends AutoCloseable {
        /** Takes the terminal back, as it was. */
        @Override
        void close();
    }
}
