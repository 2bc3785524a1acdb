package dpsh.runbook;

import groovy.lang.MissingMethodException;
import groovy.lang.Script;
import java.time.Duration;
import java.util.List;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;

/**
 * What every runbook is: the words that it can use without saying whose they are. Beside them stand the variables
 * {@code backup}, {@code args} and {@code options}.
 */
public abstract class RunbookScript extends Script {
    @Override
    public void println() {
        words().print("\n");
    }

    @Override
    public void println(@Nullable Object value) {
        words().println(value);
    }

    @Override
    public void print(@Nullable Object value) {
        words().print(value);
    }

    @Override
    public void printf(String format, @Nullable Object value) {
        words().print(String.format(format, value));
    }

    @Override
    public void printf(String format, @Nullable Object[] values) {
        words().print(String.format(format, values));
    }

    /**
     * Shows rows as the commands do: a table, or JSON with {@code -o json}.
     *
     * @param rows records of the domain, maps, or single values
     */
    public void table(Object rows) {
        words().table(rows, List.of());
    }

    /** The same with these members of each row only. */
    public void table(Object rows, List<?> columns) {
        words().table(rows, columns);
    }

    /** Shows any value as the commands show it. */
    public void show(@Nullable Object value) {
        words().show(value);
    }

    /**
     * Ends the runbook with exit code 1.
     *
     * @return never; that it may be thrown ({@code throw fail('...')})
     */
    public RuntimeException fail(Object why) {
        return words().fail(why);
    }

    /** Tells something on standard error: what is going on, and not the result. */
    public void note(Object text) {
        words().note(text);
    }

    /** Lets the runbook end with exit code 3 in place of 0: some of it was not done. Says so on standard error. */
    public void partly(Object why) {
        words().partly(why);
    }

    /** Waits so many milliseconds on the service's clock, which a sandbox may run faster. */
    public void sleep(long millis) {
        words().sleep(Duration.ofMillis(millis));
    }

    /** The same for a Duration, or for a text such as {@code '30 min'}. */
    public void sleep(Object time) {
        words().sleep(time);
    }

    /**
     * Runs another file, once, and makes its methods and its variables without {@code def} known here.
     *
     * @param file relative to the file that this stands in
     */
    public @Nullable Object include(Object file) {
        return words().include(this, file.toString());
    }

    /** Called by Groovy for a method that the script does not have: one of an included file may be meant. */
    public @Nullable Object methodMissing(String name, Object arguments) {
        Object[] given = (Object[]) arguments;
        for (Script included : words().included()) {
            if (!included.getMetaClass().respondsTo(included, name, given).isEmpty()) {
                return InvokerHelper.invokeMethod(included, name, given);
            }
        }
        throw new MissingMethodException(name, getClass(), given);
    }

    private Words words() {
        RunbookLoader loader = RunbookLoader.of(getClass());
        if (loader == null) {
            throw new IllegalStateException("a script that no runbook made");
        }
        return loader.words();
    }
}
