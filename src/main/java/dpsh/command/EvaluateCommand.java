package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.view.ExitCode;
import dpsh.view.ValueView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Evaluates Groovy and shows the value. */
@Command(
        name = EvaluateCommand.NAME,
        description = {
            "Evaluate Groovy; `_` is the last result, `backup` the service.",
            "Variables, methods and imports stay. It goes on over several lines until it is whole; options of dpsh"
                    + " stand before the =."
        },
        footer = {"= _.size()", "= x = 3", "= backup.vaults()", "= _.findAll { it.state != 'ProtectionConfigured' }"})
final class EvaluateCommand implements Callable<ExitCode> {
    static final String NAME = "=";

    private final Desk desk;
    private final Expressions expressions;
    private final ValueView values;

    @Parameters(arity = "0..*", paramLabel = "EXPRESSION", description = "Groovy, to the end of the line.")
    private List<String> words = new ArrayList<>();

    EvaluateCommand(Desk desk, Expressions expressions, ValueView values) {
        this.desk = desk;
        this.expressions = expressions;
        this.values = values;
    }

    /** Prints the value: nothing for null, a text, a record or a table. */
    @Override
    public ExitCode call() {
        String text = String.join(" ", words);
        if (text.isBlank()) {
            throw new DpshException.Usage("there is no expression behind the =", null, "`help =` shows examples");
        }
        Object value = expressions.evaluate(text, desk.workbench());
        if (value != null) {
            desk.showing().show(values, value);
        }
        return ExitCode.DONE;
    }
}
