package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries and how their answers are shown: as {@code az --query} does (Microsoft Learn, "Query Azure CLI command output"). */
class QueryTest {
    private static final Listing DISKS = new Listing(
            Noun.of("disk"),
            List.of(Column.of("name")),
            List.of(
                    row("{\"name\":\"b\",\"size\":30,\"sku\":{\"tier\":\"Premium\"},\"tags\":[\"x\",\"y\"]}"),
                    row("{\"name\":\"a\",\"size\":4.50,\"sku\":{\"tier\":\"Standard\"},\"zone\":null}")),
            null);

    private static Listing.Row row(String raw) {
        return new Listing.Row(List.of(Cell.of("-")), raw);
    }

    private static String shown(String query, Format format) {
        return shown(query, format, List.of(), List.of());
    }

    private static String shown(String query, Format format, List<String> columns, List<String> sort) {
        Paper paper = Paper.pipe();
        Results results = new Results(format, Shaping.of(query, columns, sort), null);
        results.answer(results.ask(DISKS), paper.page());
        return paper.out();
    }

    @Test
    void aListOfObjectsIsATableOfItsKeys() {
        assertThat(shown("[].{disk:name, GiB:size}", Format.TABLE)).isEqualTo("""
            disk   GiB
            b       30
            a     4.50
            """);
    }

    /** As in az, whose tables have no nested objects; csv, tsv and --columns have them. */
    @Test
    void aTableLeavesOutWhatIsNoSingleValue() {
        assertThat(shown("@", Format.TABLE)).isEqualTo("""
            name  size  tags  zone
            b       30  x, y  -
            a     4.50  -     -
            """);
        assertThat(shown("@", Format.TABLE, List.of("name", "sku"), List.of())).isEqualTo("""
            name  sku
            b     {"tier":"Premium"}
            a     {"tier":"Standard"}
            """);
    }

    @Test
    void aListOfListsIsATableToo() {
        assertThat(shown("[].[name, sku.tier]", Format.TSV)).isEqualTo("b\tPremium\na\tStandard\n");
        assertThat(shown("[].[name, sku.tier]", Format.CSV)).isEqualTo("column1,column2\nb,Premium\na,Standard\n");
    }

    @ParameterizedTest
    @CsvSource({"TABLE", "RECORD", "TSV"})
    void valuesStandOnALineEachWithoutQuotes(Format format) {
        assertThat(shown("[].name", format)).isEqualTo("b\na\n");
    }

    @Test
    void aSingleValueIsItself() {
        assertThat(shown("[1].size", Format.TABLE)).isEqualTo("4.50\n");
        assertThat(shown("[0].name", Format.TSV)).isEqualTo("b\n");
        assertThat(shown("[0].name", Format.JSON)).isEqualTo("\"b\"\n");
        assertThat(shown("[0].name", Format.YAML)).isEqualTo("b\n");
        assertThat(shown("[0].name", Format.CSV)).isEqualTo("value\nb\n");
        assertThat(shown("length(@)", Format.TABLE)).isEqualTo("2\n");
    }

    /** az prints nothing for null in any format. */
    @ParameterizedTest
    @CsvSource({"TABLE", "JSON", "JSONL", "YAML", "CSV", "TSV"})
    void nothingIsShownForNothing(Format format) {
        assertThat(shown("[5].name", format)).isEmpty();
    }

    @Test
    void anObjectIsARecord() {
        assertThat(shown("[0].{disk:name, tags:tags}", Format.TABLE)).isEqualTo("disk  b\ntags  x\n      y\n");
        assertThat(shown("[0].{disk:name, GiB:size}", Format.TSV)).isEqualTo("b\t30\n");
    }

    @Test
    void numbersKeepTheirDigits() {
        assertThat(shown("[].size", Format.JSONL)).isEqualTo("30\n4.50\n");
        assertThat(shown("[?size > `5`].size | [0]", Format.YAML)).isEqualTo("30\n");
    }

    @Test
    void theAnswerIsSortedAndItsColumnsChosen() {
        assertThat(shown("[].{disk:name, GiB:size}", Format.CSV, List.of("gib"), List.of("GiB")))
                .isEqualTo("GiB\n4.50\n30\n");
        assertThat(shown("[].name", Format.JSONL, List.of(), List.of("value"))).isEqualTo("\"a\"\n\"b\"\n");
        assertThat(shown("[].{sku:sku}", Format.JSONL, List.of("sku"), List.of()))
                .isEqualTo("{\"sku\":{\"tier\":\"Premium\"}}\n{\"sku\":{\"tier\":\"Standard\"}}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[?name=='a'~at its end",
                "[].{a:name b:size}~at character 12, before `b:size}`",
                "a..b~at character 3, before `.b`",
                "nofunc(@)~unknown function",
                "[?size > 5]~write a number between backquotes: `5`",
            })
    void aBrokenOneIsWrongUsageAndSaysWhere(String query, String says) {
        assertThatThrownBy(() -> Shaping.of(query, List.of(), List.of()))
                .isInstanceOf(DpshException.Usage.class)
                .satisfies(e -> assertThat(((DpshException.Usage) e).what() + " " + ((DpshException.Usage) e).why()
                                + " " + ((DpshException.Usage) e).next())
                        .contains(says));
    }

    @Test
    void oneThatDoesNotFitSaysThatTheCommandWasCarriedOut() {
        assertThatThrownBy(() -> shown("length([0].size)", Format.TABLE))
                .isInstanceOf(DpshException.Usage.class)
                .satisfies(e -> assertThat(((DpshException.Usage) e).next()).contains("was carried out"));
    }

    @Test
    void hostileTextIsHarmless() {
        Paper paper = Paper.pipe();
        Results.in(Format.TSV).answer("a\u001b[2J\u202eb\nc", paper.page());
        Results.in(Format.TABLE).answer(List.of("x\u001b]0;t\u0007y"), paper.page());
        assertThat(paper.out()).isEqualTo("ab c\nxy\n");
    }
}
