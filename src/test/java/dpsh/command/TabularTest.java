package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.view.Column;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The columns that Tab offers are those of the table that the command shows. */
class TabularTest {
    private static final String WISH = " --policy DiskBackup-Policy --snapshot-group snapshot-rg";

    /** A line of each command that shows a table; what it needs stands in front of it. */
    private static final Map<String, String> LINES = lines(
            "vault list",
            "",
            "policy list",
            "",
            "datasource list",
            "disk",
            "instance list",
            "",
            "permission check",
            "disk msdiskbackup --snapshot-group snapshot-rg",
            "draft list",
            "",
            "plan disks",
            "msdiskbackup" + WISH + " --save PLAN",
            "plan blobs",
            "msblobbackup --policy BlobBackup-Policy",
            "plan show",
            "PLAN",
            "apply",
            "PLAN --grant",
            "protect disk",
            "msdiskbackup" + WISH,
            "protect blob",
            "msblobbackup --policy BlobBackup-Policy --grant",
            "operation list",
            "",
            "job list",
            "",
            "recovery-point list",
            "msdiskbackup",
            "runs list",
            "",
            "results",
            "1",
            "coverage",
            "disk",
            "profile list",
            "",
            "protection list",
            "",
            "refresh",
            "--status",
            "set",
            "",
            "alias",
            "",
            "explain",
            "",
            "sandbox fault list",
            "",
            "tour",
            "--list");

    /** They show what {@code apply} shows, when there is something left to do; and lines that were typed, when there are some. */
    private static final Set<String> SELDOM = Set.of("runs resume", "runs retry", "history");

    @TempDir
    Path directory = Path.of("");

    private static Map<String, String> lines(String... words) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            lines.put(words[i], words[i + 1]);
        }
        return lines;
    }

    @Test
    void everyTableHasTheColumnsThatAreOffered() throws IOException {
        Map<String, Tabular> tables = new LinkedHashMap<>();
        tables(model(), "", tables);
        assertThat(tables.keySet()).containsAll(LINES.keySet()).containsAll(SELDOM);
        assertThat(tables).hasSize(LINES.size() + SELDOM.size());
        List<String> lines = new ArrayList<>(List.of("use vault testBkpVault"));
        LINES.forEach((command, words) ->
                lines.add((command + " " + words + " -o csv > ").replace("PLAN", directory + "/plan") + file(command)));
        lines.add("instance list --deleted -o csv > " + file("deleted"));
        Ran ran;
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            List<String> arguments = new ArrayList<>(List.of("--keep-going"));
            lines.forEach(line -> arguments.addAll(List.of("-c", line)));
            ran = dpsh.run(arguments.toArray(String[]::new));
        }
        for (String command : LINES.keySet()) {
            assertThat(header(command))
                    .as("%s, in %s", command, ran)
                    .isEqualTo(titles(tables.get(command).columns()));
        }
        assertThat(header("deleted"))
                .isEqualTo(titles(tables.get("instance list").columns(Set.of("--deleted"))));
    }

    private Path file(String command) {
        return directory.resolve(command.replace(' ', '-') + ".csv");
    }

    private static CommandLine model() {
        return new CommandRunner(
                        () -> {
                            throw new IllegalStateException("no line is carried out");
                        },
                        NoSandbox.doors(),
                        InputStream.nullInputStream())
                .model();
    }

    private static void tables(CommandLine command, String path, Map<String, Tabular> found) {
        command.getSubcommands().forEach((name, sub) -> {
            if (sub.getCommand() instanceof Tabular table) {
                found.put(path + name, table);
            }
            tables(sub, path + name + " ", found);
        });
    }

    private String header(String command) throws IOException {
        return Files.readString(file(command)).split("\n", 2)[0].replace("\"", "");
    }

    private static String titles(List<Column> columns) {
        return String.join(",", columns.stream().map(Column::title).toList());
    }
}
