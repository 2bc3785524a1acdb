package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.session.Session;
import groovy.lang.Binding;
import groovy.lang.Script;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The names that an expression can use: {@code backup}, {@code _}, and what earlier expressions made. */
final class PadNames extends Binding {
    private static final String LAST = "_";
    private static final String BACKUP = "backup";
    private static final Set<String> ALWAYS = Set.of(LAST, BACKUP);

    private final Session session;
    private @Nullable Backup backup;
    private int expressions;

    PadNames(Session session) {
        this.session = session;
    }

    /** Another expression begins, with the backup object of its line. */
    void begin(Backup now) {
        backup = now;
    }

    /** The number of the expression. */
    int next() {
        return ++expressions;
    }

    @Override
    public @Nullable Object getVariable(String name) {
        return switch (name) {
            case LAST -> session.result();
            case BACKUP -> backup;
            default -> super.getVariable(name);
        };
    }

    @Override
    public boolean hasVariable(String name) {
        return ALWAYS.contains(name) || super.hasVariable(name);
    }

    /** @throws DpshException.Usage for a name that always means the same */
    @Override
    public void setVariable(String name, @Nullable Object value) {
        if (ALWAYS.contains(name)) {
            throw new DpshException.Usage("`" + name + "` cannot be assigned", null, "choose another name");
        }
        super.setVariable(name, value);
    }

    /** All of them, for telling which there are. */
    @Override
    public Map<String, @Nullable Object> getVariables() {
        Map<String, @Nullable Object> all = new TreeMap<>();
        for (Object entry : super.getVariables().entrySet()) {
            Map.Entry<?, ?> variable = (Map.Entry<?, ?>) entry;
            all.put(String.valueOf(variable.getKey()), variable.getValue());
        }
        ALWAYS.forEach(name -> all.put(name, null));
        return all;
    }

    /** Lets the methods of a script be called by the expressions behind it. */
    void defineMethods(Script script) {
        for (Method method : script.getClass().getDeclaredMethods()) {
            boolean own = Modifier.isPublic(method.getModifiers())
                    && !method.isSynthetic()
                    && !Set.of("main", "run").contains(method.getName());
            if (own) {
                super.setVariable(method.getName(), new PadMethod(script, method.getName()));
            }
        }
    }

    /** All names, with what is known of what they stand for; nothing is asked. */
    Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new TreeMap<>();
        getVariables().forEach((name, value) -> shapes.put(name, shape(value)));
        shapes.put(BACKUP, Shape.of(Backup.class));
        try {
            shapes.put(LAST, shape(session.result()));
        } catch (DpshException.Usage notKept) {
            shapes.put(LAST, Shape.of(List.class));
        }
        return shapes;
    }

    private static Shape shape(@Nullable Object value) {
        return value == null ? Shape.of(Void.class) : Shape.of(value);
    }
}
