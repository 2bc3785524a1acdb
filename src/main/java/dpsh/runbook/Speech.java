package dpsh.runbook;

import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code println}, {@code print}, {@code printf}, {@code sleep}, {@code fail}, {@code note} and {@code partly} mean the same everywhere in a runbook, in
 * its closures and classes too: Groovy's own words of these names write past the session, and sleep through an interruption.
 */
final class Speech extends CompilationCustomizer {
    private static final ClassNode SPOKEN = ClassHelper.make(Spoken.class);
    private static final ClassNode SCRIPT = ClassHelper.make(RunbookScript.class);
    private static final Set<String> WORDS = Set.of("println", "print", "printf", "sleep", "fail", "note", "partly");

    Speech() {
        super(CompilePhase.CANONICALIZATION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        new Transformer(source, type).visitClass(type);
    }

    private static final class Transformer extends ClassCodeExpressionTransformer {
        private final SourceUnit source;
        private final ClassNode type;

        Transformer(SourceUnit source, ClassNode type) {
            this.source = source;
            this.type = type;
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return source;
        }

        @Override
        public @Nullable Expression transform(@Nullable Expression expression) {
            if (expression instanceof ClosureExpression closure) {
                closure.getCode().visit(this);
                return closure;
            }
            if (expression instanceof StaticMethodCallExpression call
                    && isWord(call.getMethod())
                    && call.getOwnerType().equals(type)) {
                return spoken(call.getMethod(), call.getArguments(), call);
            }
            if (expression instanceof MethodCallExpression call
                    && call.isImplicitThis()
                    && call.getMethodAsString() != null
                    && isWord(call.getMethodAsString())) {
                return spoken(call.getMethodAsString(), call.getArguments(), call);
            }
            return super.transform(expression);
        }

        /** Unless the class has a method of its own of that name. */
        private boolean isWord(String name) {
            if (!WORDS.contains(name)) {
                return false;
            }
            for (ClassNode owner = type; owner != null && !owner.equals(SCRIPT); owner = owner.getSuperClass()) {
                if (!owner.getDeclaredMethods(name).isEmpty()) {
                    return false;
                }
            }
            return type.getOuterClass() == null
                    || type.getOuterClass().getDeclaredMethods(name).isEmpty();
        }

        private Expression spoken(String name, Expression given, Expression call) {
            ArgumentListExpression arguments = new ArgumentListExpression();
            arguments.addExpression(new ClassExpression(type));
            Expression transformed = super.transform(given);
            List<Expression> each =
                    transformed instanceof TupleExpression tuple ? tuple.getExpressions() : List.of(transformed);
            each.forEach(arguments::addExpression);
            Expression replaced = new StaticMethodCallExpression(SPOKEN, name, arguments);
            replaced.setSourcePosition(call);
            return replaced;
        }
    }
}
