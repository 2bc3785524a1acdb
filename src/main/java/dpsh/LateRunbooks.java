package dpsh;

import dpsh.command.Runbooks;
import dpsh.command.Workbench;
import dpsh.view.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runbooks that load nothing of Groovy before one is asked for. */
final class LateRunbooks implements Runbooks {
    @Override
    public ExitCode run(Path file, List<String> words, Workbench bench) {
        return new RunbookService().run(file, words, bench);
    }

    @Override
    public List<Path> check(Path file) {
        return new RunbookService().check(file);
    }

    @Override
    public @Nullable String help(Path file) {
        return new RunbookService().help(file);
    }
}
