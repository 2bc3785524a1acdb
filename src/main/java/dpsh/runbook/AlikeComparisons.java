package dpsh.runbook;

import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.Types;
import org.jspecify.annotations.Nullable;

/** Compiles {@code ==}, {@code !=}, {@code in} and {@code !in} to calls of {@link Alike}. */
final class AlikeComparisons extends CompilationCustomizer {
    private static final ClassNode ALIKE = ClassHelper.make(Alike.class);

    AlikeComparisons() {
        super(CompilePhase.CANONICALIZATION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        new Transformer(source).visitClass(type);
    }

    private static final class Transformer extends ClassCodeExpressionTransformer {
        private final SourceUnit source;

        Transformer(SourceUnit source) {
            this.source = source;
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
            if (!(expression instanceof BinaryExpression binary)) {
                return super.transform(expression);
            }
            String method = method(binary.getOperation().getType());
            if (method == null) {
                return super.transform(expression);
            }
            Expression call = new StaticMethodCallExpression(
                    ALIKE,
                    method,
                    new ArgumentListExpression(
                            transform(binary.getLeftExpression()), transform(binary.getRightExpression())));
            call.setSourcePosition(binary);
            return call;
        }

        private static @Nullable String method(int operator) {
            return switch (operator) {
                case Types.COMPARE_EQUAL -> "equal";
                case Types.COMPARE_NOT_EQUAL -> "unequal";
                case Types.KEYWORD_IN -> "within";
                case Types.COMPARE_NOT_IN -> "outside";
                default -> null;
            };
        }
    }
}
