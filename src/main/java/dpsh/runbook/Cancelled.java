package dpsh.runbook;

/**
 * Ends Groovy code that was cancelled. No exception that {@code catch (Exception e)} would take; what catches it all the same
 * comes upon the next checkpoint.
 */
final class Cancelled extends Error {
    private static final long serialVersionUID = 1L;

    Cancelled() {
        super("cancelled", null, false, false);
    }
}
