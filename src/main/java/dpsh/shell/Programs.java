package dpsh.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The programs of the operator's machine, for the stages of a pipe. They are run without any shell: their arguments are the
 * words as they were typed.
 *
 * @param path where they are looked for, as {@code PATH} has it
 * @param lending lends the terminal to the last one; null where standard output is none of this process's terminals
 */
record Programs(String path, @Nullable Lending lending) {
    /** Those on this process's path; the terminal is not lent. */
    static Programs unlent() {
        return lending(null);
    }

    /** Those on this process's path. */
    static Programs lending(@Nullable Lending lending) {
        String path = System.getenv("PATH");
        return new Programs(path == null ? "" : path, lending);
    }

    /** The file that the name means; null when there is none that can be executed. */
    @Nullable
    Path find(String name) {
        if (name.isEmpty()) {
            return null;
        }
        try {
            if (name.indexOf('/') >= 0) {
                return executable(Path.of(name));
            }
            for (String directory : path.split(File.pathSeparator)) {
                Path found = directory.isEmpty() ? null : executable(Path.of(directory, name));
                if (found != null) {
                    return found;
                }
            }
        } catch (InvalidPathException notAName) {
            return null;
        }
        return null;
    }

    private static @Nullable Path executable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file) ? file : null;
    }

    /** Starts them, each reading what the one before it writes. @param inherit whether the last one and all errors go to the terminal */
    List<Process> start(List<Course.Stage> stages, ProcessBuilder.Redirect output, boolean inherit) throws IOException {
        List<ProcessBuilder> builders = stages.stream()
                .map(stage -> new ProcessBuilder(stage.words())
                        .redirectError(inherit ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.PIPE))
                .toList();
        builders.get(builders.size() - 1).redirectOutput(output);
        return ProcessBuilder.startPipeline(builders);
    }
}
