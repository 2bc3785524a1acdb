package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WatchTableTest {
    private static final Instant NOW = Instant.parse("2026-11-20T13:00:00Z");
    private static final List<WatchRow> ROWS = List.of(
            row("op 7", "back up", "msdiskbackup", Cell.of("settling", Tone.WARNING), "job InProgress", true, 95),
            row("run 3", "run", "2,000 disks of Prod", Cell.of("running", Tone.WARNING), "835 protected", true, 4000),
            row("op 4", "validate", "日本語のディスク", Cell.of("failed", Tone.BAD), "UserErrorX", false, 1));

    private static WatchRow row(
            String ref, String what, String target, Cell state, String note, boolean running, int seconds) {
        return new WatchRow(
                ref,
                what,
                target,
                state,
                note,
                running,
                false,
                NOW.minusSeconds(seconds),
                Duration.ofSeconds(seconds),
                ref.equals("op 7") ? Duration.ofSeconds(12) : null,
                Detail.of(List.of(), "{}"));
    }

    private static String text(int width) {
        return new WatchTable(new PlainInk(), width)
                .lines(ROWS, 1, WatchSort.STATE).stream().map(Cell::text).collect(Collectors.joining("\n"));
    }

    @Test
    void aWideScreenTakesAllColumnsAndMarksTheRowAndTheOrder() {
        assertThat(text(100).lines().map(String::stripTrailing).collect(Collectors.joining("\n")))
                .isEqualTo("""
                         what      target               state*    note               elapsed  next look
                  op 7   back up   msdiskbackup         settling  job InProgress  1 min 35 s  in 12 s
                > run 3  run       2,000 disks of Prod  running   835 protected    1 h 6 min
                  op 4   validate  日本語のディスク     failed    UserErrorX             1 s""");
    }

    @Test
    void aNarrowerOneDoesWithoutTheNoteAndTheNextLook() {
        assertThat(text(60)).doesNotContain("next look", "note").contains("1 min 35 s", "> run 3");
    }

    @Test
    void oneThatTakesNoTableHasTheStateInFront() {
        assertThat(text(24)).isEqualTo("""
                  what goes on
                  op 7 settling msdiskb…
                > run 3 running 2,000 d…
                  op 4 failed 日本語の…""");
    }

    @Test
    void noLineIsWiderThanTheScreen() {
        PlainInk ink = new PlainInk();
        for (int width = 1; width < 130; width++) {
            for (Cell line : new WatchTable(ink, width).lines(ROWS, 0, null)) {
                assertThat(ink.width(line.text())).as(line.text()).isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void aFilterLooksAtEachWordWithoutCase() {
        assertThat(ROWS.get(0).matches("INPROG")).isTrue();
        assertThat(ROWS.get(0).matches("op 7")).isTrue();
        assertThat(ROWS.get(0).matches("disks of")).isFalse();
    }

    @Test
    void detailsWrapBetweenWordsAndLeaveOutWhatIsEmpty() {
        Detail detail = Detail.of(
                        List.of(
                                Detail.Field.of("state", Cell.of("failed", Tone.BAD)),
                                Detail.Field.of("detail", (String) null),
                                Detail.Field.of(
                                        "message", "The vault has no role on the disk and on the snapshot group")),
                        "{}")
                .and("what to do", List.of(Detail.Field.of("fix", "a/long/path/that/has/no/blank/in/it")));
        assertThat(new DetailText(new PlainInk(), 30)
                        .lines(detail).stream()
                                .map(line -> line.text().stripTrailing())
                                .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        state    failed
                        message  The vault has no
                                 role on the disk and
                                 on the snapshot group
                        what to do
                        fix      a/long/path/that/has/
                                 no/blank/in/it""");
    }

    @Test
    void jsonTellsTheRow() {
        assertThat(ROWS.get(0).json())
                .isEqualTo("{\"ref\":\"op 7\",\"what\":\"back up\",\"target\":\"msdiskbackup\",\"state\":\"settling\","
                        + "\"note\":\"job InProgress\",\"running\":true,\"begun\":\"2026-11-20T12:58:25Z\","
                        + "\"elapsedSeconds\":95}");
    }
}
