package dpsh.client;

import java.util.List;
import java.util.function.Consumer;

/** Signing in, as far as the commands see it: the token itself never leaves the transport. */
public interface SignIn {
    /**
     * Who is signed in.
     *
     * @throws dpsh.arm.DpshException.NotAllowed when nobody is, naming each way that was tried
     */
    Account account();

    /** Whether {@link #account} would certainly ask nobody anything: no browser, no device code. */
    boolean silent();

    /** The words that {@link #login} takes. */
    List<String> methods();

    /**
     * Signs in by one method, for this process only.
     *
     * @param prompt told what the person must do, such as the device code's instruction
     * @throws dpsh.arm.DpshException.Usage for an unknown method
     * @throws dpsh.arm.DpshException.NotAllowed when it fails
     */
    Account login(String method, Consumer<String> prompt);
}
