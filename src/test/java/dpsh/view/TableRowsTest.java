package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists whose pages come one after the other. */
class TableRowsTest {
    private static final List<Column> COLUMNS = List.of(Column.of("name"), Column.whole("state"), Column.extra("more"));

    private static Listing page(String... cells) {
        List<Listing.Row> rows = new ArrayList<>();
        for (int i = 0; i < cells.length; i += 3) {
            rows.add(new Listing.Row(
                    List.of(Cell.of(cells[i]), Cell.of(cells[i + 1]), Cell.of(cells[i + 2])),
                    "{\"name\":\"" + cells[i] + "\"}"));
        }
        return new Listing(Noun.of("disk"), COLUMNS, rows, null);
    }

    private static Rows begin(Format format, Paper paper) {
        return Results.in(format).begin(paper.page());
    }

    @Test
    void theFirstPageIsThereBeforeTheSecondComes() {
        Paper paper = Paper.terminal(80);
        Rows rows = begin(Format.TABLE, paper);
        rows.more(page("a", "ok", "x"));
        assertThat(paper.out()).isEmpty();
        rows.settle();
        assertThat(paper.out()).isEqualTo("name  state  more\na     ok     x\n");
        rows.more(page("a-longer-name", "ok", "y"));
        assertThat(paper.out()).isEqualTo("name  state  more\na     ok     x\na-longer-name  ok     y\n");
        rows.end(null);
        assertThat(paper.err()).isEqualTo("2 disks\n");
    }

    @Test
    void aColumnHasRoomForWhatLaterPagesAreKnownToBring() {
        List<Column> columns =
                List.of(Column.of("name"), Column.whole("kind").roomFor("storage"), Column.extra("more"));
        Listing first =
                new Listing(Noun.of("disk"), columns, page("a", "disk", "x").rows(), null);
        Paper paper = Paper.terminal(80);
        Rows rows = begin(Format.TABLE, paper);
        rows.more(first);
        rows.settle();
        rows.more(
                new Listing(Noun.of("disk"), columns, page("b", "storage", "y").rows(), null));
        rows.end(null);
        assertThat(paper.out()).isEqualTo("name  kind     more\na     disk     x\nb     storage  y\n");
        Paper pipe = Paper.pipe();
        Rows piped = begin(Format.TABLE, pipe);
        piped.more(first);
        piped.end(null);
        assertThat(pipe.out()).isEqualTo("name  kind  more\na     disk  x\n");
    }

    @Test
    void pagesThatComeAtOnceAreLaidOutAsOne() {
        Paper paper = Paper.terminal(80);
        Rows rows = begin(Format.TABLE, paper);
        rows.more(page("a", "ok", "x"));
        rows.more(page("a-longer-name", "ok", "y"));
        rows.end(null);
        assertThat(paper.out()).isEqualTo("""
            name           state  more
            a              ok     x
            a-longer-name  ok     y
            """);
    }

    /** Nobody watches a pipe: there the columns always stand below one another. */
    @Test
    void aPipeGetsATableThatIsLaidOutAsAWhole() {
        Paper paper = Paper.pipe();
        Rows rows = begin(Format.TABLE, paper);
        rows.more(page("a", "ok", "x"));
        rows.settle();
        assertThat(paper.out()).isEmpty();
        rows.more(page("a-longer-name", "ok", "y"));
        rows.end("the line broke");
        assertThat(paper.out())
                .isEqualTo("name           state  more\na              ok     x\na-longer-name  ok     y\n");
        assertThat(paper.err()).isEqualTo("partial: 2 disks so far, then the line broke\n");
    }

    @Test
    void noRowIsWiderThanTheTerminal() {
        Paper paper = Paper.terminal(26);
        Rows rows = begin(Format.TABLE, paper);
        rows.more(page("a-name-of-medium", "ok", "x"));
        rows.settle();
        rows.more(page("a-name-that-is-much-longer-than-the-terminal-漢字", "ok", "more than there is room for"));
        rows.more(page("b", "a-longer-state", "z"));
        rows.end(null);
        assertThat(paper.out().lines()).allMatch(line -> new PlainInk().width(line) <= 26);
        assertThat(paper.err()).isEqualTo("3 disks (no room for: more)\n");
    }

    @Test
    void whatBeganAsRecordsGoesOnAsRecords() {
        Paper paper = Paper.terminal(12);
        Rows rows = begin(Format.TABLE, paper);
        rows.more(page("a-name", "a-long-state", "x"));
        rows.settle();
        rows.more(page("b", "ok", "y"));
        rows.end(null);
        assertThat(paper.out()).isEqualTo("""
            name   a-name
            state  a-long-state
            more   x

            name   b
            state  ok
            more   y
            """);
    }

    @Test
    void theOtherFormatsWriteEachPageAtOnce() {
        for (Format format : List.of(Format.JSON, Format.JSONL, Format.YAML, Format.CSV, Format.TSV, Format.RECORD)) {
            Paper paper = Paper.pipe();
            Rows rows = begin(format, paper);
            rows.more(page("first", "ok", "x"));
            assertThat(paper.out()).as(format.word()).contains("first");
            rows.more(page("second", "ok", "x"));
            rows.end(null);
            Paper whole = Paper.pipe();
            Results.in(format).print(page("first", "ok", "x", "second", "ok", "x"), whole.page());
            assertThat(paper.out()).as(format.word()).isEqualTo(whole.out());
        }
    }

    @Test
    void aListWithoutARowIsStillAList() {
        for (Format format : Format.values()) {
            Paper paper = Paper.pipe();
            Rows rows = begin(format, paper);
            rows.more(page());
            rows.end(null);
            String expected =
                    switch (format) {
                        case JSON, YAML -> "[]\n";
                        case CSV -> "name,state,more\n";
                        case TABLE, RECORD, JSONL, TSV -> "";
                    };
            assertThat(paper.out()).as(format.word()).isEqualTo(expected);
        }
    }
}
