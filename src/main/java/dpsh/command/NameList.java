package dpsh.command;

import java.util.List;
import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes names with commas between them, as they are: the first may begin with a minus. */
final class NameList implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
        if (arguments.isEmpty()) {
            throw new CommandLine.MissingParameterException(
                    command.commandLine(),
                    option,
                    "parameter for option '" + ((OptionSpec) option).longestName() + "'");
        }
        option.setValue(List.of(arguments.pop().split(",", -1)));
    }
}
