package dpsh.rest;

import com.azure.core.credential.TokenCredential;

/** One way to a token. */
interface Way {
    SignIn signIn();

    /**
     * Makes a credential, new each time so that nothing it cached is used again.
     *
     * @throws Unavailable when this way is not set up here, with the reason
     */
    TokenCredential credential() throws Unavailable, InterruptedException;

    /** This way is not set up on this machine. */
    final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        Unavailable(String reason) {
            super(reason);
        }
    }
}
