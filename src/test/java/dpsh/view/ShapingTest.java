package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code --columns} and {@code --sort}. */
class ShapingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T13:00:00Z");
    private static final Times TIMES = new Times(NOW);

    private static final Listing JOBS = new Listing(
            Noun.of("job"),
            List.of(
                    Column.of("name"),
                    Column.number("GiB"),
                    Column.whole("begun"),
                    Column.extra("took"),
                    Column.data("datasource id")),
            List.of(
                    row("disk-10", "9", NOW.minusSeconds(60), Duration.ofSeconds(3600), "/z"),
                    row("Disk-9", "1,024", NOW.minusSeconds(7200), Duration.ofSeconds(200), "/y"),
                    row("disk-1", null, null, null, "/x")),
            null);

    private static Listing.Row row(String name, String size, Instant begun, Duration took, String id) {
        return new Listing.Row(
                List.of(
                        Cell.of(name),
                        Cell.of(size),
                        TIMES.cell(begun, TimeStyle.RELATIVE),
                        Cell.length(took),
                        Cell.of(id)),
                "{\"name\":\"" + name + "\"}");
    }

    private static String shown(Format format, List<String> columns, String... sort) {
        Paper paper = Paper.pipe();
        new Results(format, Shaping.of(null, columns, List.of(sort)), null).print(JOBS, paper.page());
        return paper.out();
    }

    @Test
    void columnsComeInTheOrderWantedHiddenOnesToo() {
        assertThat(shown(Format.TABLE, List.of("datasource-id", "NAME"))).isEqualTo("""
            datasource id  name
            /z             disk-10
            /y             Disk-9
            /x             disk-1
            """);
        assertThat(shown(Format.CSV, List.of("gib", "name"))).startsWith("GiB,name\n9,disk-10\n");
        assertThat(shown(Format.TSV, List.of("name"))).isEqualTo("disk-10\nDisk-9\ndisk-1\n");
    }

    @Test
    void jsonHasTheColumnsThatWereChosenAsItsMembers() {
        assertThat(shown(Format.JSONL, List.of("name", "begun", "GiB")))
                .isEqualTo("{\"name\":\"disk-10\",\"begun\":\"2026-11-20T12:59:00Z\",\"GiB\":\"9\"}\n"
                        + "{\"name\":\"Disk-9\",\"begun\":\"2026-11-20T11:00:00Z\",\"GiB\":\"1,024\"}\n"
                        + "{\"name\":\"disk-1\",\"begun\":null,\"GiB\":null}\n");
    }

    /** Red when numbers are sorted as texts: 1,024 would come before 9. */
    @Test
    void numbersAreSortedAsNumbersTimesAsTimesAndLengthsAsLengths() {
        assertThat(shown(Format.TSV, List.of("name"), "gib")).isEqualTo("disk-10\nDisk-9\ndisk-1\n");
        assertThat(shown(Format.TSV, List.of("name"), "-gib")).isEqualTo("Disk-9\ndisk-10\ndisk-1\n");
        assertThat(shown(Format.TSV, List.of("name"), "begun")).isEqualTo("Disk-9\ndisk-10\ndisk-1\n");
        assertThat(shown(Format.TSV, List.of("name"), "took")).isEqualTo("Disk-9\ndisk-10\ndisk-1\n");
        assertThat(shown(Format.TSV, List.of("name"), "name")).isEqualTo("disk-1\ndisk-10\nDisk-9\n");
    }

    @Test
    void jsonIsSortedToo() {
        assertThat(shown(Format.JSONL, List.of(), "-name"))
                .isEqualTo("{\"name\":\"Disk-9\"}\n{\"name\":\"disk-10\"}\n{\"name\":\"disk-1\"}\n");
    }

    @Test
    void laterKeysDecideWhereEarlierOnesDoNot() {
        Listing listing = new Listing(
                Noun.of("x"),
                List.of(Column.of("a"), Column.of("b")),
                List.of(pair("1", "x"), pair("2", "y"), pair("1", "z")),
                null);
        Paper paper = Paper.pipe();
        new Results(Format.TSV, Shaping.of(null, List.of(), List.of("-a", "-b")), null).print(listing, paper.page());
        assertThat(paper.out()).isEqualTo("2\ty\n1\tz\n1\tx\n");
    }

    private static Listing.Row pair(String a, String b) {
        return new Listing.Row(List.of(Cell.of(a), Cell.of(b)), "{}");
    }

    @Test
    void anUnknownColumnIsRefusedWithThoseThatThereAre() {
        for (Shaping shaping :
                List.of(Shaping.of(null, List.of("nam"), List.of()), Shaping.of(null, List.of(), List.of("-nam")))) {
            assertThatThrownBy(() -> shaping.check(JOBS)).isInstanceOfSatisfying(DpshException.Usage.class, e -> {
                assertThat(e.what()).isEqualTo("there is no column 'nam'");
                assertThat(e.why()).isEqualTo("there are name, GiB, begun, took, datasource id");
                assertThat(e.next()).isEqualTo("did you mean name?");
            });
        }
    }

    @Test
    void aRecordShowsTheLabelsThatWereChosen() {
        Detail detail = Detail.of(List.of(Detail.Field.of("name", "a"), Detail.Field.of("size", "1")), "{}")
                .and("error", List.of(Detail.Field.of("code", "X")));
        Paper paper = Paper.pipe();
        Results results =
                new Results(Format.TABLE, Shaping.of(null, List.of("error code", "name"), List.of("size")), null);
        results.print(detail, paper.page());
        new Results(Format.JSONL, results.shaping(), null).print(detail, paper.page());
        assertThat(paper.out()).isEqualTo("error code  X\nname        a\n{\"error code\":\"X\",\"name\":\"a\"}\n");
    }

    @Test
    void timesAreToldAsTheOperatorChoseAndInUtcForPrograms() {
        assertThat(begun(Format.TABLE, TimeStyle.ABSOLUTE)).contains("2026-11-20T12:59:00Z");
        assertThat(begun(Format.TABLE, TimeStyle.BOTH)).contains("1 min ago (2026-11-20T12:59:00Z)");
        assertThat(begun(Format.TABLE, null)).contains("1 min ago\n");
        assertThat(begun(Format.CSV, TimeStyle.RELATIVE))
                .isEqualTo("begun\n2026-11-20T12:59:00Z\n2026-11-20T11:00:00Z\n\n");
    }

    private static String begun(Format format, TimeStyle style) {
        Paper paper = Paper.pipe();
        new Results(format, Shaping.of(null, List.of("begun"), List.of()), style).print(JOBS, paper.page());
        return paper.out();
    }
}
