package dpsh.runbook;

/** What {@link Checkpoints} compiles into Groovy code, at the entry of each method, closure, loop and catch. */
public final class Checkpoint {
    private Checkpoint() {}

    /**
     * Goes on, unless the code of this class was cancelled.
     *
     * @param type a class that a {@link RunbookLoader} made; any other passes
     */
    public static void pass(Class<?> type) {
        RunbookLoader loader = RunbookLoader.of(type);
        if (loader != null) {
            loader.cancellation().pass();
        }
    }
}
