package dpsh.command;

import dpsh.view.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the help of dpsh or of one command. */
@Command(
        name = "help",
        description = "Help on dpsh, or on one command.",
        footer = {"help instance create"})
final class HelpCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "The command's words.")
    private List<String> words = new ArrayList<>();

    HelpCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        CommandLine command = spec.root().commandLine();
        for (String given : words) {
            String word = given.equals("groovy") ? EvaluateCommand.NAME : given;
            CommandLine sub = command.getSubcommands().get(word);
            if (sub == null) {
                throw Usages.unknown(command, word, "`help` lists the commands");
            }
            command = sub;
        }
        desk.screen().out().print(command.getUsageMessage());
        return ExitCode.DONE;
    }
}
