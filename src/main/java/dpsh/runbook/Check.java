package dpsh.runbook;

import dpsh.arm.DpshException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Compiles runbooks without executing anything of them, along the includes that can be seen in the text. */
final class Check {
    private final Sources sources = new Sources();
    private final Set<Path> seen = new HashSet<>();
    private final List<Path> checked = new ArrayList<>();

    /** @throws DpshException.Usage for the first file with something wrong in it */
    List<Path> of(RunbookFile file) {
        check(file);
        return List.copyOf(checked);
    }

    private void check(RunbookFile file) {
        seen.add(Inclusions.real(file.path()));
        Includes includes = new Includes();
        CompilerConfiguration configuration = Dialect.configuration(includes);
        sources.check(
                new RunbookLoader(configuration, new Cancellation(), null), configuration, file.name(), file.text());
        checked.add(file.path());
        includes.found.forEach((name, line) -> {
            Path path = file.sibling(name);
            if (!seen.contains(Inclusions.real(path))) {
                check(included(file, path, line));
            }
        });
    }

    private static RunbookFile included(RunbookFile file, Path path, int line) {
        try {
            return RunbookFile.read(path);
        } catch (DpshException.Usage e) {
            e.aroseAt(file.name() + ":" + line);
            throw e;
        }
    }

    /** The files that a script includes by a name that stands in its text. */
    private static final class Includes extends CompilationCustomizer {
        private final Map<String, Integer> found = new LinkedHashMap<>();

        Includes() {
            super(CompilePhase.CONVERSION);
        }

        @Override
        public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
            new ClassCodeVisitorSupport() {
                @Override
                protected SourceUnit getSourceUnit() {
                    return source;
                }

                @Override
                public void visitMethodCallExpression(MethodCallExpression call) {
                    if (call.isImplicitThis() && "include".equals(call.getMethodAsString())) {
                        named(call.getArguments());
                    }
                    super.visitMethodCallExpression(call);
                }
            }.visitClass(type);
        }

        private void named(Expression arguments) {
            if (arguments instanceof TupleExpression tuple
                    && tuple.getExpressions().size() == 1
                    && tuple.getExpression(0) instanceof ConstantExpression name
                    && name.getValue() instanceof String text) {
                found.putIfAbsent(text, name.getLineNumber());
            }
        }
    }
}
