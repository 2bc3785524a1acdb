package dpsh.shell;

import dpsh.session.Known;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Offers the names of files, one directory at a time; {@code ~/} is the home directory and stays as it was typed. */
final class LocalFiles {
    private LocalFiles() {}

    /**
     * Nothing when the directory cannot be read.
     *
     * @param wanted the ending of what is wanted, such as {@code .groovy}, or empty; those come first
     */
    static List<Known> candidates(String typed, String wanted) {
        String directory = typed.substring(0, typed.lastIndexOf('/') + 1);
        List<Known> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(real(directory)))) {
            for (Path entry : entries) {
                boolean deeper = Files.isDirectory(entry);
                String name = String.valueOf(entry.getFileName());
                if (!name.startsWith(".") || typed.length() > directory.length()) {
                    found.add(new Known(
                            directory + name + (deeper ? "/" : ""), deeper ? "directory" : "file", "files", !deeper));
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException | SecurityException e) {
            return List.of();
        }
        found.sort(Comparator.<Known>comparingInt(
                        file -> wanted.isEmpty() || file.value().endsWith(wanted) ? 0 : file.complete() ? 2 : 1)
                .thenComparing(Known::value));
        return found;
    }

    private static String real(String directory) {
        if (directory.isEmpty()) {
            return ".";
        }
        return directory.startsWith("~/") ? System.getProperty("user.home") + directory.substring(1) : directory;
    }
}
