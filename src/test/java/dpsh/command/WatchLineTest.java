package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class WatchLineTest {
    private static WatchLine of(String... words) {
        return WatchLine.of(List.of(words));
    }

    @Test
    void aCommandAloneIsLookedAtEveryTenSeconds() {
        WatchLine line = of("instance", "list", "-o", "json");
        assertThat(line.command()).containsExactly("instance", "list", "-o", "json");
        assertThat(line.every()).isEqualTo(Duration.ofSeconds(10));
        assertThat(line.until()).isNull();
        assertThat(line.times()).isNull();
    }

    @Test
    void theWordsBehindItMayStandInAnyOrder() {
        for (WatchLine line : List.of(
                of("job", "list", "every", "30s", "until", "length(@)", "times", "3"),
                of("job", "list", "--times", "3", "UNTIL", "length(@)", "Every", "30 s"))) {
            assertThat(line.command()).containsExactly("job", "list");
            assertThat(line.every()).isEqualTo(Duration.ofSeconds(30));
            assertThat(line.times()).isEqualTo(3);
            assertThat(line.until()).isNotNull();
        }
    }

    /** Red without turning them: "'every' is one word too many for `vault list`". */
    @Test
    void optionsOfTheCommandMayStandBehindThem() {
        for (WatchLine line : List.of(
                of("vault", "list", "every", "5s", "times", "2", "-o", "json"),
                of("vault", "list", "every", "5s", "-o", "json", "times", "2"),
                of("vault", "list", "--times", "2", "-o", "json", "every", "5s"))) {
            assertThat(line.command()).containsExactly("vault", "list", "-o", "json");
            assertThat(line.every()).isEqualTo(Duration.ofSeconds(5));
            assertThat(line.times()).isEqualTo(2);
        }
    }

    @Test
    void theyAreWordsOfTheCommandInItsMidst() {
        assertThat(of("policy", "show", "every", "--vault", "v").command())
                .as("a name may be any word")
                .containsExactly("policy", "show", "every", "--vault", "v");
    }

    @Test
    void whatIsWrongIsSaidAtTheWord() {
        refuses("'soon' is no duration", "job", "list", "every", "soon");
        refuses("'0' is no number of times", "job", "list", "times", "0");
        refuses("until is broken", "job", "list", "until", "[?");
        refuses("nothing stands behind until", "job", "list", "until");
        refuses("'every' stands there twice", "job", "list", "every", "1m", "every", "2m");
        refuses("there is no command to watch", "every", "1m");
    }

    private static void refuses(String what, String... words) {
        assertThatThrownBy(() -> of(words))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining(what);
    }

    /** Only these are repeated; whoever adds one here has made sure that it changes nothing. */
    @Test
    void onlyWhatReadsIsDeclaredSo() {
        List<String> reading = new ArrayList<>();
        CommandLine root = new CommandRunner(
                        () -> {
                            throw new IllegalStateException("no session is needed");
                        },
                        NoSandbox.doors(),
                        InputStream.nullInputStream())
                .model();
        collect(root, "", reading);
        assertThat(reading)
                .containsExactlyInAnyOrder(
                        "status",
                        "whoami",
                        "vault list",
                        "vault show",
                        "policy list",
                        "policy show",
                        "datasource list",
                        "datasource show",
                        "instance list",
                        "instance show",
                        "permission check",
                        "plan show",
                        "operation list",
                        "operation show",
                        "job list",
                        "job show",
                        "recovery-point list",
                        "recovery-point show",
                        "coverage",
                        "runs list",
                        "runs show",
                        "results",
                        "sandbox fault list",
                        "sandbox clock show");
    }

    private static void collect(CommandLine command, String path, List<String> reading) {
        if (command.getCommandSpec().userObject().getClass().isAnnotationPresent(Reads.class)) {
            reading.add(path.strip());
        }
        new LinkedHashSet<>(command.getSubcommands().values())
                .forEach(sub -> collect(sub, path + " " + sub.getCommandName(), reading));
    }
}
