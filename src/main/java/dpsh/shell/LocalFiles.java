package dpsh.shell;

import dpsh.session.Known;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Offers the names of files, one directory at a time; {@code ~/} is the home directory and stays as it was typed. */
final class LocalFiles {
    /** The title of a plan stands in its first lines. */
    private static final int HEAD = 1_024;

    /** Reading the heads of so many files takes about a millisecond; of further ones only the name is told. */
    private static final int MOST_READ = 64;

    private static final Pattern PLAN = Pattern.compile("\\s*\\{\\s*\"dpsh\"\\s*:\\s*\"plan/");
    private static final Pattern TITLE = Pattern.compile("\"title\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private LocalFiles() {}

    /** What is wanted of a file: those come first. */
    enum Wanted {
        ANY,
        RUNBOOK,
        PLAN
    }

    private record Entry(Path path, String name, boolean isDirectory) {}

    /** Those whose name begins as typed; where none does, those that have it in it. Nothing when the directory cannot be read. */
    static List<Known> candidates(String typed, Wanted wanted) {
        String directory = typed.substring(0, typed.lastIndexOf('/') + 1);
        String begun = typed.substring(directory.length()).toLowerCase(Locale.ROOT);
        List<Entry> all = entries(directory, begun.startsWith("."));
        List<Entry> fitting =
                all.stream().filter(one -> folded(one).startsWith(begun)).toList();
        if (fitting.isEmpty()) {
            fitting = all.stream().filter(one -> folded(one).contains(begun)).toList();
        }
        List<Known> first = new ArrayList<>();
        List<Known> ways = new ArrayList<>();
        List<Known> rest = new ArrayList<>();
        int read = 0;
        for (Entry entry : fitting) {
            String path = directory + entry.name();
            if (entry.isDirectory()) {
                ways.add(new Known(path + "/", "directory", "files", false));
                continue;
            }
            String about = wanted == Wanted.RUNBOOK && entry.name().endsWith(".groovy") ? "runbook" : null;
            if (wanted == Wanted.PLAN && read++ < MOST_READ) {
                about = plan(entry.path());
            }
            (about == null ? rest : first).add(new Known(path, about == null ? "file" : about, "files", true));
        }
        if (wanted == Wanted.ANY) {
            rest.addAll(ways);
            rest.sort(Comparator.comparing(Known::value));
            return rest;
        }
        first.addAll(ways);
        first.addAll(rest);
        return first;
    }

    private static String folded(Entry entry) {
        return entry.name().toLowerCase(Locale.ROOT);
    }

    /** By name. */
    private static List<Entry> entries(String directory, boolean hidden) {
        List<Entry> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(real(directory)))) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (hidden || !name.startsWith(".")) {
                    found.add(new Entry(entry, name, Files.isDirectory(entry)));
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException | SecurityException e) {
            return List.of();
        }
        found.sort(Comparator.comparing(Entry::name));
        return found;
    }

    /** What a saved plan is about; null when the file is none. Only its first lines are read, and only of a file: a pipe has no end. */
    private static @Nullable String plan(Path file) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            if (!PLAN.matcher(head).lookingAt()) {
                return null;
            }
            Matcher title = TITLE.matcher(head);
            return title.find() ? "plan, " + title.group(1).replace("\\\"", "\"") : "plan";
        } catch (IOException | SecurityException unreadable) {
            return null;
        }
    }

    private static String real(String directory) {
        if (directory.isEmpty()) {
            return ".";
        }
        return directory.startsWith("~/") ? System.getProperty("user.home") + directory.substring(1) : directory;
    }
}
