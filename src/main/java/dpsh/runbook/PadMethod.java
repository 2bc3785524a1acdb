package dpsh.runbook;

import groovy.lang.Closure;
import groovy.lang.MissingMethodException;
import groovy.lang.Script;
import org.jspecify.annotations.Nullable;

/** A method that an expression defined, for the expressions behind it. */
final class PadMethod extends Closure<Object> {
    private static final long serialVersionUID = 1L;

    private final transient Script script;
    private final String name;

    PadMethod(Script script, String name) {
        super(script);
        this.script = script;
        this.name = name;
    }

    /** @throws MissingMethodException when it does not take these: Groovy's own search would come back here */
    @Override
    public @Nullable Object call(@Nullable Object... arguments) {
        if (script.getMetaClass().respondsTo(script, name, arguments).isEmpty()) {
            throw new MissingMethodException(name, script.getClass(), arguments);
        }
        return script.getMetaClass().invokeMethod(script, name, arguments);
    }
}
