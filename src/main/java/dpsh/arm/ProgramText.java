package dpsh.arm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts that come with the program. */
public final class ProgramText {
    private ProgramText() {}

    /** The lines of a UTF-8 file beside a class. @throws IllegalStateException when the program lacks it */
    public static List<String> lines(Class<?> beside, String name) {
        InputStream resource = beside.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException(name + " is missing from the program");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
