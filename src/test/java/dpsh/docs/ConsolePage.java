package dpsh.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Markdown page with {@code console} blocks. In them a line that begins with {@code $ } is for the system's shell (and goes on
 * in the next line as long as it ends with a backslash), one that begins with {@code dpsh> } is for dpsh; what follows is what a
 * person sees. The {@code dpsh> } lines of a section, up to the next heading of any level, are one session.
 */
record ConsolePage(Path file, List<Section> sections) {
    static final String SHELL = "$ ";
    static final String SESSION = "dpsh> ";

    /** A heading with what is typed below it. */
    record Section(String heading, List<Step> steps) {}

    /**
     * A line that is typed, and what is shown for it.
     *
     * @param line where it stands in the file, from 1
     * @param session whether dpsh gets it, and not the system's shell
     */
    record Step(int line, boolean session, String command, List<String> shown) {
        @Override
        public String toString() {
            return "line " + line + ": " + command;
        }
    }

    static ConsolePage read(Path file) {
        try {
            return new ConsolePage(file, new Reader(Files.readAllLines(file)).sections());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader {
        private final List<String> lines;
        private final List<Section> sections = new ArrayList<>();
        private String heading = "";
        private List<Step> steps = new ArrayList<>();

        Reader(List<String> lines) {
            this.lines = lines;
        }

        List<Section> sections() {
            for (int at = 0; at < lines.size(); at++) {
                String line = lines.get(at);
                if (line.startsWith("#")) {
                    close();
                    heading = line.replaceFirst("^#+ *", "");
                } else if (line.equals("```console")) {
                    at = block(at + 1);
                } else if (line.startsWith("```")) {
                    at = skip(at + 1);
                }
            }
            close();
            return List.copyOf(sections);
        }

        private void close() {
            if (!steps.isEmpty()) {
                sections.add(new Section(heading, List.copyOf(steps)));
            }
            steps = new ArrayList<>();
        }

        private int skip(int from) {
            int at = from;
            while (at < lines.size() && !lines.get(at).equals("```")) {
                at++;
            }
            return at;
        }

        private int block(int from) {
            int end = skip(from);
            for (int at = from; at < end; ) {
                int begun = at;
                String line = lines.get(at);
                boolean session = line.startsWith(SESSION);
                if (!session && !line.startsWith(SHELL)) {
                    throw new IllegalStateException("line " + (at + 1) + " is output of nothing: " + line);
                }
                StringBuilder command = new StringBuilder(line.substring(session ? SESSION.length() : SHELL.length()));
                at++;
                while (!session && lines.get(at - 1).endsWith("\\")) {
                    command.append('\n').append(lines.get(at++));
                }
                List<String> shown = new ArrayList<>();
                while (at < end
                        && !lines.get(at).startsWith(SESSION)
                        && !lines.get(at).startsWith(SHELL)) {
                    shown.add(lines.get(at++));
                }
                steps.add(new Step(begun + 1, session, command.toString(), List.copyOf(shown)));
            }
            return end;
        }
    }
}
