package dpsh.shell;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls a supplier at most once, when its value is first needed. */
final class Once<T extends Object> implements Supplier<T> {
    private final Supplier<T> source;
    private @Nullable T value;

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        T known = value;
        if (known == null) {
            known = Objects.requireNonNull(source.get());
            value = known;
        }
        return known;
    }
}
