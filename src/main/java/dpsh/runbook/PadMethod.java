package dpsh.runbook;

import groovy.lang.Closure;
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

    /** Past the script's own way of looking methods up, which would come back here for one that does not take these. */
    @Override
    public @Nullable Object call(@Nullable Object... arguments) {
        return script.getMetaClass().invokeMethod(script, name, arguments);
    }
}
