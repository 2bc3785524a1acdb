package dpsh.shell;

import dpsh.session.Known;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Offers the names of files, one directory at a time. */
final class LocalFiles {
    private LocalFiles() {}

    /** Nothing when the directory cannot be read. */
    static List<Known> candidates(String typed) {
        String directory = typed.substring(0, typed.lastIndexOf('/') + 1);
        List<Known> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(directory.isEmpty() ? "." : directory))) {
            for (Path entry : entries) {
                boolean deeper = Files.isDirectory(entry);
                String name = String.valueOf(entry.getFileName());
                if (!name.startsWith(".") || typed.length() > directory.length()) {
                    found.add(new Known(
                            directory + name + (deeper ? "/" : ""), deeper ? "directory" : "file", "files", !deeper));
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
            return List.of();
        }
        return found;
    }
}
