package dpsh.shell;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls a supplier at most once: when its value is first needed, or before that in the background. Whoever needs the value
 * waits for it; whoever could do without looks whether it is there.
 */
final class Once<T extends Object> implements Supplier<T> {
    private final Supplier<T> source;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile @Nullable T value;

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T known = value;
        return known == null ? make() : known;
    }

    /** The value when it is there already, otherwise null. Never waits and never makes it. */
    @Nullable
    T peek() {
        return value;
    }

    /**
     * Has the value made on a thread of its own, if nobody did yet. What fails there is not told: it fails again, and is told,
     * where the value is needed.
     *
     * @param name the thread's
     */
    void begin(String name) {
        if (value == null && begun.compareAndSet(false, true)) {
            Thread thread = new Thread(this::tryIt, name);
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        }
    }

    private void tryIt() {
        try {
            make();
        } catch (RuntimeException | LinkageError untold) {
            // Whoever needs the value makes it again, and tells what goes wrong.
        }
    }

    private synchronized T make() {
        T known = value;
        if (known == null) {
            known = Objects.requireNonNull(source.get());
            value = known;
        }
        return known;
    }
}
