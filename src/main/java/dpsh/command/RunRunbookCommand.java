package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.view.Cell;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.JsonText;
import dpsh.view.Listing;
import dpsh.view.Noun;
import dpsh.view.PlainText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a runbook. */
@Command(
        name = "run",
        description = {
            "Run a runbook, a Groovy file that works with `backup`.",
            "Options of dpsh stand before the file; whatever stands behind it is the",
            "runbook's. A runbook is code and does whatever you may do. docs/runbooks.md",
            "tells how to write one; `run --help FILE` shows what one says of itself."
        },
        footer = {"run --check audit.groovy", "run audit.groovy --tag env=prod"})
final class RunRunbookCommand implements Callable<ExitCode>, OwnHelp {
    private final Desk desk;
    private final Runbooks runbooks;

    @Parameters(index = "0", paramLabel = "FILE", description = "The runbook.")
    private @Nullable String file;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ARGS", description = "Its own arguments and options.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--check", description = "Compile it and execute nothing of it.")
    private boolean check;

    RunRunbookCommand(Desk desk, Runbooks runbooks) {
        this.desk = desk;
        this.runbooks = runbooks;
    }

    @Override
    public ExitCode call() {
        if (check) {
            return checked(runbooks.check(path()));
        }
        return runbooks.run(path(), List.copyOf(words), desk.workbench());
    }

    @Override
    public @Nullable String help() {
        return file == null ? null : runbooks.help(path());
    }

    /** Prints a row for each file. */
    private ExitCode checked(List<Path> files) {
        desk.show(new Listing(
                Noun.of("file"),
                List.of(Column.of("file"), Column.whole("check")),
                files.stream()
                        .map(one -> new Listing.Row(
                                List.of(Cell.of(PlainText.of(one.toString())), Cell.of("compiles")),
                                JsonText.of(Map.of("file", one.toString()))))
                        .toList(),
                null));
        return ExitCode.DONE;
    }

    private Path path() {
        String given = file == null ? "" : file;
        try {
            return Path.of(given);
        } catch (InvalidPathException e) {
            throw new DpshException.Usage("'" + given + "' is no file name", e.getReason(), null);
        }
    }
}
