package dpsh;

import dpsh.command.CommandRunner;
import dpsh.command.Commands;
import dpsh.command.Expressions;
import dpsh.command.FollowUp;
import dpsh.command.Screen;
import dpsh.command.ShellLines;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The commands as the process's own arguments reach them, where the options that choose the service are in place. */
record StartCommands(CommandRunner commands) implements Commands {
    @Override
    public CommandLine model() {
        return commands.model();
    }

    @Override
    public int run(List<String> words, Screen screen) {
        return commands.runStart(words, screen);
    }

    @Override
    public @Nullable String took(Duration length) {
        return commands.took(length);
    }

    @Override
    public void attach(ShellLines shell) {
        commands.attach(shell);
    }

    @Override
    public Expressions expressions() {
        return commands.expressions();
    }

    @Override
    public @Nullable Integer leaving() {
        return commands.leaving();
    }

    @Override
    public @Nullable FollowUp following() {
        return commands.following();
    }
}
