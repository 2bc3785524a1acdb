package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvAndTsvPrintersTest {
    private static final Listing LISTING = new Listing(
            Noun.of("disk"),
            List.of(Column.of("name"), Column.number("GB"), Column.extra("tags"), Column.data("id")),
            List.of(
                    row("a,b", "7", "env=\"prod\"", "/subscriptions/1/a"),
                    row("=1+1", "-5", null, "/subscriptions/1/b"),
                    row("tab\tline\nbreak", null, "-dash", "/subscriptions/1/c")),
            null);

    private final Printer csv = Printers.of(Format.CSV);
    private final Printer tsv = Printers.of(Format.TSV);

    private static Listing.Row row(
            String name,
            @org.jspecify.annotations.Nullable String gb,
            @org.jspecify.annotations.Nullable String tags,
            String id) {
        return new Listing.Row(List.of(Cell.of(name, Tone.GOOD), Cell.of(gb), Cell.of(tags), Cell.of(id)), "{}");
    }

    @Test
    void csvHasTitlesQuotesAndNoFormula() {
        Paper paper = Paper.marked();
        csv.print(LISTING, paper.page());
        assertThat(paper.out()).isEqualTo("""
                name,GB,tags,id
                "a,b",7,"env=""prod""\",/subscriptions/1/a
                '=1+1,-5,,/subscriptions/1/b
                tab line break,,'-dash,/subscriptions/1/c
                """);
        assertThat(paper.err()).isEmpty();
    }

    @Test
    void tsvHasOneThingALineAndNoTitles() {
        Paper paper = Paper.marked();
        tsv.print(LISTING, paper.page());
        assertThat(paper.out()).isEqualTo("""
                a,b\t7\tenv="prod"\t/subscriptions/1/a
                =1+1\t-5\t\t/subscriptions/1/b
                tab line break\t\t-dash\t/subscriptions/1/c
                """);
    }

    @Test
    void aTerminalCutsNeither() {
        Paper paper = Paper.terminal(10);
        csv.print(Samples.of("x".repeat(200)), paper.page());
        assertThat(paper.out()).contains("x".repeat(200) + ",DiskBackup-Policy,ProtectionConfigured,200\n");
    }

    @Test
    void tablesAndRecordsDoWithoutTheColumnsForPrograms() {
        Paper table = Paper.pipe();
        Printers.of(Format.TABLE).print(LISTING, table.page());
        assertThat(table.out()).startsWith("name            GB  tags\n").doesNotContain("/subscriptions");
        Paper records = Paper.pipe();
        Printers.of(Format.RECORD).print(LISTING, records.page());
        assertThat(records.out()).contains("tags  -dash\n").doesNotContain("/subscriptions");
    }

    @Test
    void anEmptyListIsItsTitlesOrNothing() {
        Paper empty = Paper.pipe();
        csv.print(Samples.empty(), empty.page());
        assertThat(empty.out()).isEqualTo("name,policy,state,GB\n");
        Paper nothing = Paper.pipe();
        tsv.print(Samples.empty(), nothing.page());
        assertThat(nothing.out()).isEmpty();
    }

    @Test
    void aListThatEndedTooSoonSaysSoBesideTheData() {
        Paper paper = Paper.pipe();
        csv.print(Samples.of("a").partial("the connection broke"), paper.page());
        assertThat(paper.out()).isEqualTo("name,policy,state,GB\na,DiskBackup-Policy,ProtectionConfigured,1\n");
        assertThat(paper.err()).isEqualTo("partial: 1 backup instance so far, then the connection broke\n");
    }

    @Test
    void oneThingIsLabelsAndARow() {
        Detail detail = Detail.of(
                        List.of(Detail.Field.of("name", "a"), Detail.Field.of("keeps", List.of("7 days", "4 weeks"))),
                        "{}")
                .and("error", List.of(Detail.Field.of("code", "X"), Detail.Field.of("cause", (String) null)));
        Paper paper = Paper.pipe();
        csv.print(detail, paper.page());
        tsv.print(detail, paper.page());
        assertThat(paper.out()).isEqualTo("""
                name,keeps,error code,error cause
                a,7 days; 4 weeks,X,
                a\t7 days; 4 weeks\tX\t
                """);
    }
}
