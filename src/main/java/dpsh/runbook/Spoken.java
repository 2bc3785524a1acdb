package dpsh.runbook;

import dpsh.arm.DpshException;
import org.jspecify.annotations.Nullable;

/** What {@link Speech} compiles into the classes of a runbook in place of Groovy's own words. */
public final class Spoken {
    private Spoken() {}

    public static void println(Class<?> type) {
        words(type).print("\n");
    }

    public static void println(Class<?> type, @Nullable Object value) {
        words(type).println(value);
    }

    public static void print(Class<?> type, @Nullable Object value) {
        words(type).print(value);
    }

    public static void printf(Class<?> type, String format, @Nullable Object... values) {
        words(type).print(String.format(format, values));
    }

    public static void sleep(Class<?> type, Object time) {
        words(type).sleep(time);
    }

    public static void note(Class<?> type, Object text) {
        words(type).note(text);
    }

    public static void partly(Class<?> type, Object why) {
        words(type).partly(why);
    }

    /** @throws DpshException.Runbook always */
    public static RuntimeException fail(Class<?> type, Object why) {
        return words(type).fail(why);
    }

    private static Words words(Class<?> type) {
        RunbookLoader loader = RunbookLoader.of(type);
        if (loader == null) {
            throw new IllegalStateException(type + " belongs to no runbook");
        }
        return loader.words();
    }
}
