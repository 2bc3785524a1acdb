package dpsh.shell;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.ENTER;
import static dpsh.shell.VirtualScreen.UP;
import static dpsh.shell.VirtualShell.PROMPT;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.session.KnownValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineHistoryTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private final List<String> warnings = new ArrayList<>();

    @TempDir
    Path home = Path.of("");

    private Path file() {
        return home.resolve("history");
    }

    private LineHistory open() {
        return new LineHistory(new HistoryFile(file()), warnings::add);
    }

    private static void type(LineHistory history, String... lines) {
        for (String line : lines) {
            history.add(NOW, line);
            history.save();
        }
    }

    private static List<String> lines(LineHistory history) {
        List<String> all = new ArrayList<>();
        history.forEach(entry -> all.add(entry.line()));
        return all;
    }

    @Test
    void keepsEachLineOnceWhereItWasTypedLast() {
        LineHistory history = open();
        type(history, "vault list", "status", "vault list", "status", "policy list", "vault list");
        assertThat(lines(history)).containsExactly("status", "policy list", "vault list");
        assertThat(lines(open())).containsExactly("status", "policy list", "vault list");
    }

    @Test
    void aLineWithALeadingBlankOrNothingInItIsNotKept() throws IOException {
        LineHistory history = open();
        type(history, " status", "\tstatus", "", "   ", "whoami  ");
        assertThat(lines(history)).containsExactly("whoami");
        assertThat(Files.readString(file())).isEqualTo(NOW.toEpochMilli() + ":whoami\n");
    }

    @Test
    void aLineWithASecretIsNeitherKeptNorWritten() {
        LineHistory history = open();
        type(history, "login --client-secret abc", "= token = 'abc'", "status");
        assertThat(lines(history)).containsExactly("status");
        assertThat(lines(open())).containsExactly("status");
    }

    @Test
    void secretsOfAnEarlierVersionAreTakenOutOfTheFile() throws IOException {
        Files.writeString(file(), "1:status\n2:echo https://x/?sig=abc\n3:whoami\n");
        assertThat(lines(open())).containsExactly("status", "whoami");
        assertThat(Files.readString(file())).isEqualTo("1:status\n3:whoami\n");
    }

    @Test
    void aLineOverSeveralLinesComesBackAsOne() {
        type(open(), "= [1,\n 2].collect { \"a\\n\" + it }", "echo 'C:\\new'");
        assertThat(lines(open())).containsExactly("= [1,\n 2].collect { \"a\\n\" + it }", "echo 'C:\\new'");
    }

    @Test
    void twoShellsAtOnceLoseNothingOfEachOther() {
        LineHistory one = open();
        LineHistory other = open();
        assertThat(lines(one)).isEmpty();
        assertThat(lines(other)).isEmpty();
        for (int i = 0; i < 50; i++) {
            type(one, "one " + i);
            type(other, "other " + i);
        }
        assertThat(lines(open())).hasSize(100).contains("one 0", "other 0", "one 49", "other 49");
        assertThat(lines(one)).hasSize(50).allMatch(line -> line.startsWith("one"));
    }

    @Test
    void onlyTheNewestTenThousandStay() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 13_000; i++) {
            all.append(i).append(":echo ").append(i).append('\n');
        }
        Files.writeString(file(), all);
        LineHistory history = open();
        assertThat(history.size()).isEqualTo(10_000);
        assertThat(history.get(0)).isEqualTo("echo 3000");
        assertThat(Files.readAllLines(file())).hasSize(10_000);
        type(history, "status");
        assertThat(history.size()).isEqualTo(10_000);
        assertThat(history.get(0)).isEqualTo("echo 3001");
    }

    @Test
    void aBrokenFileCostsNoMoreThanItsBrokenLines() throws IOException {
        byte[] noise = new byte[20_000];
        new Random(7).nextBytes(noise);
        Files.write(file(), noise);
        Files.writeString(
                file(),
                "\n99999999999999999999:late\nplain line\n5:\u001b[31mred\n6:\u202eevil\n7:status\\",
                StandardCharsets.UTF_8,
                java.nio.file.StandardOpenOption.APPEND);
        assertThat(lines(open())).contains("plain line", "status\\").noneMatch(line -> line.contains("\u001b"));
        assertThat(lines(open())).noneMatch(line -> line.contains("\u202e") || line.contains("\ufffd"));
    }

    @Test
    void aFileThatBecomesUnwritableIsSaidOnceAndTheLinesStayInMemory() throws IOException {
        LineHistory history = open();
        type(history, "status");
        Files.delete(file());
        Files.createDirectory(file());
        type(history, "whoami", "vault list");
        assertThat(lines(history)).containsExactly("status", "whoami", "vault list");
        assertThat(warnings).hasSize(1).first().asString().startsWith("History is not kept: ");
    }

    @Test
    void movesAsALineEditorExpects() {
        LineHistory history = open();
        type(history, "one", "two");
        assertThat(history.previous()).isTrue();
        assertThat(history.current()).isEqualTo("two");
        assertThat(history.previous()).isTrue();
        assertThat(history.current()).isEqualTo("one");
        assertThat(history.previous()).isFalse();
        assertThat(history.next()).isTrue();
        assertThat(history.next()).isTrue();
        assertThat(history.current()).isEmpty();
        assertThat(history.next()).isFalse();
    }

    @Test
    void whatWasCutOutOfALineWithASecretCannotBePutIntoTheNext() {
        try (VirtualShell shell = VirtualShell.open()) {
            shell.type("echo sig=abc\u0017\u0019" + ENTER).awaitText("\nsig=abc\n" + PROMPT);
            shell.type("echo \u0019x").awaitLine(PROMPT + " echo x");
        }
    }

    @Test
    void theArrowBringsSeveralLinesBackAsOneEntry() {
        try (VirtualShell shell = VirtualShell.open("xterm-256color", 100, KnownValues.NONE, file())) {
            shell.type("echo 'a" + ENTER).awaitLine(">");
            shell.type("b'" + ENTER).await(t -> t.endsWith("\na\nb\n" + PROMPT));
        }
        try (VirtualShell shell = VirtualShell.open("xterm-256color", 100, KnownValues.NONE, file())) {
            shell.type(UP).await(t -> t.endsWith(PROMPT + " echo 'a\n> b'"));
            shell.type(CTRL_C).await(t -> t.endsWith("\n" + PROMPT));
        }
    }
}
