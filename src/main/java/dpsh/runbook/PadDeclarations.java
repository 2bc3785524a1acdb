package dpsh.runbook;

import java.util.List;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Lets a variable that an expression declares stay for those behind it: {@code def x = 3} at the outermost level assigns
 * {@code x} as {@code x = 3} does.
 */
final class PadDeclarations extends CompilationCustomizer {
    PadDeclarations() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        for (Statement statement : source.getAST().getStatementBlock().getStatements()) {
            if (statement instanceof ExpressionStatement line
                    && line.getExpression() instanceof DeclarationExpression declaration
                    && declaration.getAnnotations().isEmpty()) {
                line.setExpression(assignment(declaration));
            }
        }
    }

    private static Expression assignment(DeclarationExpression declaration) {
        Expression right = declaration.getRightExpression();
        if (right instanceof EmptyExpression) {
            right = new ConstantExpression(null);
        }
        Expression left;
        if (declaration.isMultipleAssignmentDeclaration()) {
            List<Expression> names = declaration.getTupleExpression().getExpressions().stream()
                    .map(PadDeclarations::name)
                    .toList();
            left = new TupleExpression(names);
        } else {
            VariableExpression variable = declaration.getVariableExpression();
            left = name(variable);
            if (!variable.isDynamicTyped()) {
                right = new CastExpression(variable.getOriginType(), right);
            }
        }
        left.setSourcePosition(declaration.getLeftExpression());
        BinaryExpression assignment = new BinaryExpression(left, declaration.getOperation(), right);
        assignment.setSourcePosition(declaration);
        return assignment;
    }

    private static Expression name(Expression variable) {
        VariableExpression name = new VariableExpression(((VariableExpression) variable).getName());
        name.setSourcePosition(variable);
        return name;
    }
}
