package dpsh;

import dpsh.command.Runbooks;
import dpsh.command.Workbench;
import dpsh.runbook.Runbook;
import dpsh.runbook.Stand;
import dpsh.view.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code run}: connects the command to the runbooks. */
final class RunbookService implements Runbooks {
    @Override
    public ExitCode run(Path file, List<String> words, Workbench bench) {
        return Runbook.read(file)
                .run(
                        words,
                        new Stand(
                                bench.session(),
                                bench.place(),
                                bench.narrowed(),
                                bench.screen().page(),
                                bench.results(),
                                bench.screen()::live,
                                bench.confirm()));
    }

    @Override
    public List<Path> check(Path file) {
        return Runbook.read(file).check();
    }

    @Override
    public @Nullable String help(Path file) {
        return Runbook.read(file).help();
    }
}
