package dpsh.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Takes what stands behind {@code -c} as it is: a line may begin with an option, or be a command's name alone. */
final class WholeLine implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
        if (arguments.isEmpty()) {
            throw new CommandLine.MissingParameterException(
                    command.commandLine(), option, "a line is missing behind -c");
        }
        // A new list each time: the one it begins with is what every later line is reset to.
        List<String> lines = new ArrayList<>(option.<List<String>>getValue());
        lines.add(arguments.pop());
        option.setValue(lines);
    }
}
