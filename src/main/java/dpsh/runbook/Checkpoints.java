package dpsh.runbook;

import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a {@link Checkpoint} into the entry of each method, closure, round of a loop and catch. Behind a try that takes
 * everything the next one of them ends the code for good.
 */
final class Checkpoints extends CompilationCustomizer {
    private static final ClassNode CHECKPOINT = ClassHelper.make(Checkpoint.class);

    Checkpoints() {
        super(CompilePhase.CANONICALIZATION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        new Builder(source, type).visitClass(type);
    }

    private static final class Builder extends ClassCodeVisitorSupport {
        private final SourceUnit source;
        private final ClassNode type;

        Builder(SourceUnit source, ClassNode type) {
            this.source = source;
            this.type = type;
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return source;
        }

        @Override
        protected void visitConstructorOrMethod(MethodNode method, boolean isConstructor) {
            super.visitConstructorOrMethod(method, isConstructor);
            if (!isConstructor && !method.isAbstract() && method.getCode() != null) {
                method.setCode(checked(method.getCode()));
            }
        }

        @Override
        public void visitClosureExpression(ClosureExpression closure) {
            super.visitClosureExpression(closure);
            closure.setCode(checked(closure.getCode()));
        }

        @Override
        public void visitForLoop(ForStatement loop) {
            super.visitForLoop(loop);
            loop.setLoopBlock(checked(loop.getLoopBlock()));
        }

        @Override
        public void visitWhileLoop(WhileStatement loop) {
            super.visitWhileLoop(loop);
            loop.setLoopBlock(checked(loop.getLoopBlock()));
        }

        @Override
        public void visitDoWhileLoop(DoWhileStatement loop) {
            super.visitDoWhileLoop(loop);
            loop.setLoopBlock(checked(loop.getLoopBlock()));
        }

        @Override
        public void visitCatchStatement(CatchStatement caught) {
            super.visitCatchStatement(caught);
            caught.setCode(checked(caught.getCode()));
        }

        private Statement checked(@Nullable Statement code) {
            BlockStatement block = new BlockStatement();
            block.addStatement(new ExpressionStatement(new StaticMethodCallExpression(
                    CHECKPOINT, "pass", new ArgumentListExpression(new ClassExpression(type)))));
            if (code instanceof BlockStatement own) {
                block.setVariableScope(own.getVariableScope());
                block.copyStatementLabels(own);
                block.addStatements(own.getStatements());
            } else if (code != null && !(code instanceof EmptyStatement)) {
                block.addStatement(code);
            }
            if (code != null) {
                block.setSourcePosition(code);
            }
            return block;
        }
    }
}
