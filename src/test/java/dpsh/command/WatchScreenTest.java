package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.view.Cell;
import dpsh.view.Detail;
import dpsh.view.Ink;
import dpsh.view.Tone;
import dpsh.view.WatchRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchScreenTest {
    private static final Instant NOW = Instant.parse("2026-11-20T13:00:00Z");
    private static final Ink INK = new Ink() {
        @Override
        public String paint(String text, Tone tone) {
            return text;
        }

        @Override
        public int width(String text) {
            return text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
        }
    };

    private List<WatchRow> rows = new ArrayList<>(List.of(
            row(7, "back up", "msdiskbackup", "settling", true, 30),
            row(6, "validate", "sqldata", "failed", false, 90),
            row(5, "create instance", "archive", "running", true, 600)));
    private final WatchScreen screen = new WatchScreen(() -> new WatchSnapshot(rows, "jobs as of now"));

    private static WatchRow row(int number, String what, String target, String state, boolean running, int age) {
        return new WatchRow(
                "op " + number,
                what,
                target,
                Cell.of(state, running ? Tone.WARNING : Tone.BAD),
                "",
                running,
                false,
                NOW.minusSeconds(age),
                Duration.ofSeconds(age),
                null,
                Detail.of(List.of(Detail.Field.of("number", String.valueOf(number))), "{}"));
    }

    private List<String> lines() {
        return screen.lines(100, 12, INK).stream().map(Cell::text).toList();
    }

    /** The numbers of the rows, from above; the marked one with a >. */
    private String order() {
        return String.join(
                " ",
                lines().stream()
                        .filter(line -> line.matches("[ >] op .*"))
                        .map(line ->
                                line.replaceAll("^([ >]) op (\\d+).*", "$1$2").strip())
                        .toList());
    }

    @Test
    void whatRunsIsShownNewestFirstAndWhatHasEndedBeforeOnRequest() {
        assertThat(order()).isEqualTo(">7 5");
        screen.type("a");
        assertThat(order()).isEqualTo(">7 6 5");
        assertThat(lines().get(0)).isEqualTo("watch  2 running, 3 of 3 shown, by begun");
    }

    @Test
    void whatEndsWhileItIsWatchedStays() {
        lines();
        rows.set(2, row(5, "create instance", "archive", "succeeded", false, 600));
        assertThat(order()).isEqualTo(">7 5");
    }

    @Test
    void ordersGoAroundAndTurn() {
        screen.type("a");
        lines();
        screen.type("s");
        assertThat(lines().get(0)).endsWith("by state");
        assertThat(order()).as("what runs stands first").isEqualTo("5 >7 6");
        screen.type("s");
        assertThat(order()).isEqualTo("5 >7 6");
        screen.type("s");
        assertThat(order()).as("longest first").isEqualTo("5 6 >7");
        screen.type("r");
        assertThat(order()).isEqualTo(">7 6 5");
        assertThat(lines().get(0)).endsWith("by elapsed reversed");
    }

    @Test
    void theMarkMovesAndStaysOnItsRowWhateverTheOrder() {
        screen.type("a");
        lines();
        screen.press(Key.DOWN);
        screen.type("j");
        assertThat(order()).isEqualTo("7 6 >5");
        screen.press(Key.DOWN);
        assertThat(order()).isEqualTo("7 6 >5");
        screen.type("s");
        assertThat(order()).isEqualTo(">5 7 6");
        rows.remove(2);
        assertThat(order()).isEqualTo(">7 6");
        screen.press(Key.END);
        assertThat(order()).isEqualTo("7 >6");
        screen.press(Key.HOME);
        screen.type("k");
        assertThat(order()).isEqualTo(">7 6");
    }

    @Test
    void aFilterIsTypedLiveAndEscapeClearsIt() {
        screen.type("a");
        screen.type("/");
        screen.type("q");
        screen.type("l");
        assertThat(order()).isEqualTo(">6");
        assertThat(lines().get(0)).endsWith("/ql_");
        screen.press(Key.BACKSPACE);
        screen.press(Key.BACKSPACE);
        screen.press(Key.BACKSPACE);
        screen.type("arch");
        screen.press(Key.ENTER);
        assertThat(order()).isEqualTo(">5");
        assertThat(lines().get(0)).endsWith("/arch");
        screen.press(Key.ESCAPE);
        assertThat(order()).isEqualTo("7 6 >5");
        assertThat(screen.isDone()).isFalse();
        screen.press(Key.ESCAPE);
        assertThat(screen.isDone()).isTrue();
    }

    @Test
    void detailsComeAndGo() {
        lines();
        screen.press(Key.DOWN);
        screen.press(Key.ENTER);
        assertThat(lines()).contains("number  5");
        screen.type("q");
        assertThat(order()).isEqualTo("7 >5");
        assertThat(screen.isDone()).isFalse();
        screen.type("d");
        screen.press(Key.BREAK);
        assertThat(screen.isDone()).isTrue();
    }

    @Test
    void heldStillItShowsWhatItShowed() {
        lines();
        screen.type("p");
        rows = List.of();
        assertThat(order()).isEqualTo(">7 5");
        assertThat(lines().get(0)).endsWith("held still");
        screen.type("p");
        assertThat(lines()).contains("Nothing runs; a shows what has ended.");
    }

    @Test
    void helpNamesTheKeysAndAnyKeyComesBack() {
        screen.type("?");
        assertThat(lines()).anyMatch(line -> line.startsWith("Enter, d"));
        screen.type("q");
        assertThat(screen.isDone()).isFalse();
        assertThat(order()).isEqualTo(">7 5");
    }

    @Test
    void longListsScrollSoThatTheMarkedRowIsSeen() {
        rows = new ArrayList<>();
        for (int number = 40; number > 0; number--) {
            rows.add(row(number, "validate", "disk" + number, "running", true, 50 - number));
        }
        lines();
        screen.press(Key.PAGE_DOWN);
        screen.press(Key.PAGE_DOWN);
        String order = order();
        assertThat(order).contains(">24").doesNotContain("40 ");
        assertThat(order.split(" ")).hasSize(8);
        screen.press(Key.END);
        assertThat(order()).endsWith("2 >1");
        screen.press(Key.HOME);
        assertThat(order()).startsWith(">40 39");
    }

    /** Whatever the size and the mode, names of any kind included. */
    @Test
    void nothingIsEverWiderOrHigherThanTheScreen() {
        rows.add(row(4, "日本語", "\u001b[2J\u202eevil\n" + "x".repeat(4000), "läuft 🎉", true, 5));
        List<Runnable> modes = List.of(
                () -> screen.type("a"),
                () -> screen.type("/"),
                () -> screen.press(Key.ESCAPE),
                () -> screen.press(Key.ENTER),
                () -> screen.press(Key.END),
                () -> screen.press(Key.ESCAPE),
                () -> screen.type("?"));
        for (Runnable mode : modes) {
            mode.run();
            for (int width : new int[] {1, 5, 19, 20, 40, 79, 200}) {
                for (int height = 1; height < 14; height++) {
                    List<Cell> lines = screen.lines(width, height, INK);
                    assertThat(lines.size()).isLessThanOrEqualTo(height);
                    assertThat(lines).allMatch(line -> INK.width(line.text()) <= width);
                    assertThat(lines).noneMatch(line -> line.text().chars().anyMatch(c -> c < ' '));
                }
            }
        }
    }
}
