package dpsh.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.sqlite.util.LibraryLoaderUtil;

/** A disk on which no file can grow beyond a size; so the library of SQLite must be there already. */
record FullDisk(Path library) {
    /** Puts the library below this directory. */
    static FullDisk prepare(Path directory) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        Path library = Files.createDirectories(directory.resolve("library")).resolve(name);
        if (Files.notExists(library)) {
            String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
            try (InputStream packed = Objects.requireNonNull(FullDisk.class.getResourceAsStream(resource))) {
                Files.copy(packed, library);
            }
        }
        return new FullDisk(library);
    }

    /** Words in front of {@code java}. */
    static List<String> prefix(int kibibytes) {
        return List.of("sh", "-c", "ulimit -f " + 2 * kibibytes + " && exec \"$@\"", "sh");
    }

    /** Options for Java. */
    List<String> jvm() {
        return List.of(
                "-Dorg.sqlite.lib.path=" + library.getParent(), "-Dorg.sqlite.lib.name=" + library.getFileName());
    }
}
