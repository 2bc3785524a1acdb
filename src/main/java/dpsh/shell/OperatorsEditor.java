package dpsh.shell;

import dpsh.arm.DpshException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The editor that the operator chose: {@code $VISUAL}, else {@code $EDITOR}, with arguments of its own if they gave some, else
 * one that is on the machine. The text is in a directory of its own that only they can read, and gone afterwards, with
 * whatever the editor left beside it.
 *
 * @param environment the process's
 * @param programs where it is looked for; its terminal is lent to the editor
 */
record OperatorsEditor(Map<String, String> environment, Programs programs) {
    private static final List<String> USUAL = List.of("editor", "vi", "nano", "vim", "emacs");
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /**
     * Has the text edited.
     *
     * @param ending of the file's name
     */
    String edit(String text, String ending) {
        List<String> command = command();
        try {
            Path directory = Files.createTempDirectory("dpsh-");
            try {
                Path file = Files.createTempFile(directory, "edit", ending); // for its owner only, as the directory is
                Files.writeString(file, text.endsWith("\n") ? text : text + "\n");
                run(command, file);
                return read(file);
            } finally {
                remove(directory);
            }
        } catch (IOException e) {
            throw new DpshException.Refused(
                    "the text cannot be given to an editor",
                    e.getClass().getSimpleName() + ": " + e.getMessage(),
                    null);
        }
    }

    /** The words that start it. */
    private List<String> command() {
        for (String name : List.of("VISUAL", "EDITOR")) {
            String value = environment.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                return found(Words.split(value), name);
            }
        }
        for (String name : USUAL) {
            Path program = programs.find(name);
            if (program != null) {
                return List.of(program.toString());
            }
        }
        throw new DpshException.Refused(
                "there is no editor", "neither $VISUAL nor $EDITOR names one", "set EDITOR to the one that you use");
    }

    private List<String> found(List<String> words, String name) {
        Path program = programs.find(words.get(0));
        if (program == null) {
            throw new DpshException.Refused(
                    "the editor '" + words.get(0) + "' is not there",
                    "$" + name + " names it",
                    "set " + name + " to one that is on this machine");
        }
        List<String> command = new ArrayList<>(words);
        command.set(0, program.toString());
        return command;
    }

    private void run(List<String> command, Path file) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.add(file.toString());
        int code = onTerminal(new ProcessBuilder(words).inheritIO());
        if (code != 0) {
            throw new DpshException.Refused(
                    "the editor " + Path.of(command.get(0)).getFileName() + " ended with " + code,
                    "nothing was changed",
                    null);
        }
    }

    private int onTerminal(ProcessBuilder editor) throws IOException {
        Lending.@Nullable Loan loan =
                programs.lending() == null ? null : programs.lending().begin();
        try {
            return ended(editor.start());
        } finally {
            if (loan != null) {
                loan.close();
            }
        }
    }

    private static int ended(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new DpshException.Interrupted("interrupted in the editor; nothing was changed", null);
        } finally {
            process.destroy();
        }
    }

    private static String read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new DpshException.Refused("the editor left more than 4 MB", "nothing was changed", null);
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new DpshException.Refused(
                    "the editor left a text that is not UTF-8", "nothing was changed", "save it as UTF-8");
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
