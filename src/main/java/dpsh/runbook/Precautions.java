package dpsh.runbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.AnnotationConstantExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.ResolveVisitor;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what would execute code while a runbook is compiled, before the compiler has looked at any annotation: annotations
 * that are not {@link Allowed}, in whichever spelling, and classes that extend the compiler.
 */
final class Precautions extends CompilationCustomizer {
    private static final List<String> COMPILER =
            List.of("org.codehaus.groovy.ast.", "org.codehaus.groovy.control.", "org.codehaus.groovy.transform.");

    Precautions() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        new Inspection(source).visitClass(type);
    }

    private static final class Inspection extends ClassCodeVisitorSupport {
        private final SourceUnit source;
        private final Set<AnnotationNode> seen = new HashSet<>();

        Inspection(SourceUnit source) {
            this.source = source;
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return source;
        }

        @Override
        public void visitClass(ClassNode type) {
            ModuleNode module = type.getModule();
            if (module != null) {
                module.getImports().forEach(this::visitAnnotations);
                module.getStarImports().forEach(this::visitAnnotations);
                module.getStaticImports().values().forEach(this::visitAnnotations);
                module.getStaticStarImports().values().forEach(this::visitAnnotations);
                if (module.getPackage() != null) {
                    visitAnnotations(module.getPackage());
                }
            }
            refuseCompilerType(type.getUnresolvedSuperClass(false), type);
            for (ClassNode role : type.getUnresolvedInterfaces(false)) {
                refuseCompilerType(role, type);
            }
            super.visitClass(type);
        }

        @Override
        protected void visitConstructorOrMethod(MethodNode method, boolean isConstructor) {
            parameters(method.getParameters());
            onType(method.getReturnType());
            super.visitConstructorOrMethod(method, isConstructor);
        }

        @Override
        public void visitClosureExpression(ClosureExpression closure) {
            parameters(closure.getParameters());
            super.visitClosureExpression(closure);
        }

        @Override
        public void visitAnnotations(AnnotatedNode node) {
            node.getAnnotations().forEach(this::inspect);
            if (node instanceof ClassNode type) {
                onType(type);
            }
        }

        @Override
        protected void visitStatementAnnotations(Statement statement) {
            List<AnnotationNode> annotations = statement.getStatementAnnotations();
            if (annotations != null) {
                annotations.forEach(this::inspect);
            }
        }

        private void parameters(Parameter @Nullable [] parameters) {
            if (parameters != null) {
                for (Parameter parameter : parameters) {
                    visitAnnotations(parameter);
                    onType(parameter.getType());
                }
            }
        }

        private void onType(@Nullable ClassNode type) {
            if (type != null) {
                type.getTypeAnnotations().forEach(this::inspect);
            }
        }

        private void inspect(AnnotationNode annotation) {
            if (!seen.add(annotation)) {
                return;
            }
            String written = annotation.getClassNode().getName();
            boolean ofTheCompiler = annotation.getLineNumber() < 1;
            if (!ofTheCompiler && names(written).stream().noneMatch(Allowed::annotation)) {
                refuse(
                        "@" + written + " is refused, it is none of the annotations that are known to execute nothing"
                                + " while a runbook is compiled (docs/runbooks.md lists them)",
                        annotation);
            }
            String hook = Allowed.hook(annotation.getMembers().keySet());
            if (hook != null) {
                refuse("@" + written + "(" + hook + ") is refused, the compiler would run what it names", annotation);
            }
            annotation.getMembers().values().forEach(this::inspectMember);
        }

        private void inspectMember(Expression member) {
            if (member instanceof AnnotationConstantExpression inner
                    && inner.getValue() instanceof AnnotationNode annotation) {
                inspect(annotation);
            } else if (member instanceof ListExpression list) {
                list.getExpressions().forEach(this::inspectMember);
            }
        }

        private void refuseCompilerType(@Nullable ClassNode extended, ClassNode type) {
            if (extended != null
                    && names(extended.getName()).stream()
                            .anyMatch(name -> COMPILER.stream().anyMatch(name::startsWith))) {
                refuse("a class that extends the compiler is refused (" + extended.getName() + ")", type);
            }
        }

        /** The full names that a name may mean: an import's, or that of any package whose types need no import. */
        private List<String> names(String written) {
            ModuleNode module = source.getAST();
            ImportNode imported = module == null ? null : module.getImport(written);
            if (imported != null) {
                return List.of(imported.getType().getName());
            }
            if (written.indexOf('.') >= 0) {
                return List.of(written);
            }
            List<String> names = new ArrayList<>();
            if (module != null) {
                module.getStarImports().forEach(star -> names.add(star.getPackageName() + written));
            }
            for (String standard : ResolveVisitor.DEFAULT_IMPORTS) {
                names.add(standard + written);
            }
            return names;
        }

        private void refuse(String why, ASTNode where) {
            source.getErrorCollector()
                    .addErrorAndContinue(new SyntaxErrorMessage(
                            new SyntaxException(why, where.getLineNumber(), where.getColumnNumber()), source));
        }
    }
}
