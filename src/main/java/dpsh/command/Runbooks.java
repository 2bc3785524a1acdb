package dpsh.command;

import dpsh.view.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs runbooks; the composition root knows how. Groovy is loaded by the first call. */
public interface Runbooks {
    /**
     * Runs a runbook to its end.
     *
     * @param words what stood behind the file: the runbook's own arguments and options
     * @throws dpsh.arm.DpshException when it cannot be read or compiled, when it fails, and when it is interrupted
     */
    ExitCode run(Path file, List<String> words, Workbench bench);

    /**
     * Compiles it and what it includes, and executes nothing of it.
     *
     * @return the files that were compiled, the runbook itself first
     * @throws dpsh.arm.DpshException.Usage naming what is wrong with it, and where
     */
    List<Path> check(Path file);

    /** What the comment at its beginning says, or null when there is none. */
    @Nullable
    String help(Path file);
}
