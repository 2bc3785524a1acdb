package dpsh.rest;

/** Where bearer tokens come from. */
public interface TokenSource {
    /**
     * A token that is valid for some minutes still.
     *
     * @param renew true after the service refused the last one: any cached token is given up
     * @throws dpsh.arm.DpshException.NotAllowed when nobody is signed in, naming each way that was tried and why it failed
     */
    Token token(boolean renew);

    /** Whether the next {@link #token} would certainly ask nobody anything. */
    default boolean silent() {
        return true;
    }

    /** Whether its tokens are made up and worth nothing outside a sandbox: only these may go over loopback http. */
    default boolean madeUp() {
        return false;
    }
}
