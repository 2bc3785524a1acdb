package dpsh.command;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** Paths as people type them: {@code ~/} is the home directory, as Tab offers it. */
final class LocalPaths implements ITypeConverter<Path> {
    @Override
    public Path convert(String given) {
        return given.startsWith("~/") ? Path.of(System.getProperty("user.home"), given.substring(2)) : Path.of(given);
    }
}
