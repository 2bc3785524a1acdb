package dpsh.sandbox.fault;

/** A fault's line cannot be understood; the message says what is wrong and what is allowed. */
public final class FaultSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public FaultSyntaxException(String message) {
        super(message);
    }
}
