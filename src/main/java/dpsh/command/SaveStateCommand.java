package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Saves the world of the sandbox. */
@Command(
        name = "save",
        description = {
            "Save the sandbox's whole world: what it holds, its time, work under way.",
            "It goes on from there with sandbox serve --state FILE, or --estate FILE."
        },
        footer = {"sandbox state save world.json"})
final class SaveStateCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "FILE", description = "Written anew; - for standard output.")
    private @Nullable Path file;

    SaveStateCommand(Desk desk) {
        this.desk = desk;
    }

    /** Prints the file's name on standard error, or the state itself for {@code -}. */
    @Override
    public ExitCode call() {
        if (file == null) {
            throw new IllegalStateException("picocli asks for the file");
        }
        String state = desk.service().sandbox().state();
        if (file.toString().equals("-")) {
            desk.screen().out().print(state);
            return ExitCode.DONE;
        }
        try {
            Files.writeString(file, state);
        } catch (IOException e) {
            throw new DpshException.Usage("the file '" + file + "' cannot be written", e.getMessage(), null);
        }
        desk.note("saved in " + file, Tone.DIM);
        return ExitCode.DONE;
    }
}
