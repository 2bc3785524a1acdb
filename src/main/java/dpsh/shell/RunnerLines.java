package dpsh.shell;

import dpsh.command.Screen;
import dpsh.command.ShellLines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out lines for a command that is being carried out itself. */
record RunnerLines(LineRunner runner, @Nullable LineHistory kept) implements ShellLines {
    @Override
    public int carryOut(Script script, Screen on) {
        return new ScriptRun(on, runner.on(on)::run, script.keepGoing(), script.name())
                .run(new Lines(script.lines().iterator()), 0, true)
                .result()
                .code();
    }

    @Override
    public @Nullable List<Typed> history() {
        if (kept == null) {
            return null;
        }
        List<Typed> lines = new ArrayList<>();
        kept.forEach(entry -> lines.add(new Typed(entry.index() + 1, entry.time(), entry.line())));
        return lines;
    }

    @Override
    public void forget() {
        if (kept != null) {
            kept.purge();
        }
    }
}
