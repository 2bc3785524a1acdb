package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dpsh.HostileText;
import dpsh.backup.ErrorCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Every format with hostile texts in every place where a text can stand, on terminals of any width: nothing that a terminal
 * acts on is written, no table is wider than the terminal, and what programs read comes back exactly.
 *
 * <p>Red, each tried: {@code Span} keeping its text; {@code CsvPrinter} writing titles and labels as they are; {@code Cut}
 * counting characters; {@code YamlText.quoted} leaving out the escapes.
 */
class HostilePrintingTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int TRIES = 150;

    /** What is printed: names of columns, and rows of as many values. */
    record Table(List<String> titles, List<List<String>> rows) {
        /** So that a failure can be told on a terminal. */
        @Override
        public String toString() {
            return JsonText.ofAny(List.of(titles, rows));
        }

        Listing listing() {
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < titles.size(); i++) {
                Column.Narrow narrow = Column.Narrow.values()[i % 3 == 1 ? 0 : i % 3];
                columns.add(new Column(titles.get(i), i % 2 == 1, narrow));
            }
            return new Listing(
                    Noun.of("thing"),
                    columns,
                    rows.stream()
                            .map(row ->
                                    new Listing.Row(row.stream().map(Cell::of).toList(), JsonText.ofAny(row)))
                            .toList(),
                    null);
        }

        Detail detail() {
            Map<String, String> members = members();
            Detail detail = Detail.of(
                    members.entrySet().stream()
                            .map(member -> Detail.Field.of(member.getKey(), member.getValue()))
                            .toList(),
                    JsonText.of(members));
            return detail.and(titles.get(0), List.of(Detail.Field.of(titles.get(0), rows.get(0))));
        }

        /** Half a character is nothing that JSON could carry. */
        Table wholeCharacters() {
            return new Table(
                    titles.stream().map(Table::whole).toList(),
                    rows.stream()
                            .map(row -> row.stream().map(Table::whole).toList())
                            .toList());
        }

        private static String whole(String text) {
            return text.codePoints()
                    .filter(c -> Character.getType(c) != Character.SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }

        Map<String, String> members() {
            Map<String, String> members = new LinkedHashMap<>();
            for (int i = 0; i < titles.size(); i++) {
                members.put(titles.get(i), rows.get(0).get(i));
            }
            return members;
        }
    }

    @Provide
    Arbitrary<Table> tables() {
        return Arbitraries.integers().between(1, 4).flatMap(columns -> {
            Arbitrary<List<String>> row = HostileText.any().list().ofSize(columns);
            return Combinators.combine(row, row.list().ofMinSize(1).ofMaxSize(3))
                    .as(Table::new);
        });
    }

    @Provide
    Arbitrary<Integer> widths() {
        return Arbitraries.of(0, 1, 2, 10, 20, 80, 300);
    }

    private static Paper paper(int width) {
        return Paper.of(new ScreenInk(), width);
    }

    private static void isHarmless(Paper paper, String layout) {
        String all = (paper.out() + paper.err()).replace(layout, "");
        assertThat(HostileText.isHarmless(all)).as(JsonText.ofAny(all)).isTrue();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void nothingThatATerminalActsOnIsWritten(
            @ForAll("tables") Table table, @ForAll("widths") int width, @ForAll Format format) {
        Paper paper = paper(width);
        Results.in(format).print(table.listing(), paper.page());
        Results.in(format).print(table.detail(), paper.page());
        isHarmless(paper, format == Format.TSV ? "\t" : "");
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void neitherIsItInTheAnswerToAQuery(
            @ForAll("tables") Table table, @ForAll("widths") int width, @ForAll Format format) {
        Paper paper = paper(width);
        Results results = Results.in(format);
        results.answer(table.members(), paper.page());
        results.answer(List.of(table.members(), table.members()), paper.page());
        results.answer(table.rows(), paper.page());
        results.answer(table.titles(), paper.page());
        results.answer(table.titles().get(0), paper.page());
        results.answer(Map.of(table.titles().get(0), table.titles()), paper.page());
        isHarmless(paper, format == Format.TSV ? "\t" : "");
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void noRowOfATableIsWiderThanTheTerminal(@ForAll("tables") Table table, @ForAll("widths") int width) {
        Paper paper = paper(width);
        Results.in(Format.TABLE).print(table.listing(), paper.page());
        List<String> lines = paper.out().lines().toList();
        Ink ink = new ScreenInk();
        int least =
                Fit.LEAST * table.titles().size() + Fit.GAP * (table.titles().size() - 1);
        if (width >= least) {
            assertThat(lines).hasSize(table.rows().size() + 1).allSatisfy(line -> assertThat(ink.width(line))
                    .isLessThanOrEqualTo(width));
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void jsonAndYamlHaveEveryCharacter(@ForAll("tables") Table table) throws JsonProcessingException {
        Table whole = table.wholeCharacters();
        for (Format format : List.of(Format.JSON, Format.YAML)) {
            Paper list = paper(0);
            Results.in(format).print(whole.listing(), list.page());
            Paper one = paper(0);
            Results.in(format).print(whole.detail(), one.page());
            assertThat(read(format, list.out())).isEqualTo(JSON.valueToTree(whole.rows()));
            assertThat(read(format, one.out())).isEqualTo(JSON.valueToTree(whole.members()));
        }
        Paper lines = paper(0);
        Results.in(Format.JSONL).print(whole.listing(), lines.page());
        List<List<String>> read = new ArrayList<>();
        for (String line : lines.out().lines().toList()) {
            read.add(List.of(JSON.readValue(line, String[].class)));
        }
        assertThat(read).isEqualTo(whole.rows());
    }

    private static JsonNode read(Format format, String text) throws JsonProcessingException {
        return (format == Format.JSON ? JSON : YAML).readTree(text);
    }

    /** A value that could begin a formula has an apostrophe in front, which is all that is added to what can be seen. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void csvAndTsvHaveEverythingThatCanBeSeen(@ForAll("tables") Table table) {
        List<List<String>> seen = table.rows().stream()
                .map(row -> row.stream().map(PlainText::of).toList())
                .toList();
        Paper csv = paper(0);
        Results.in(Format.CSV).print(table.listing(), csv.page());
        List<List<String>> read = CsvReader.rows(csv.out().replace("\n", "\r\n"));
        assertThat(read.subList(1, read.size()))
                .isEqualTo(seen.stream()
                        .map(row -> row.stream().map(CsvText::harmless).toList())
                        .toList());
        Paper tsv = paper(0);
        Results.in(Format.TSV).print(table.listing(), tsv.page());
        assertThat(tsv.out().lines().map(line -> List.of(line.split("\t", -1)))).isEqualTo(seen);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void whatARunbookPrintsIsHarmlessToo(
            @ForAll("tables") Table table, @ForAll("widths") int width, @ForAll Format format) {
        Paper paper = paper(width);
        ValueView values = new ValueView(ErrorCatalog.load());
        for (Object value : List.of(
                table.rows(),
                table.members(),
                List.of(table.members()),
                table.titles(),
                table.titles().get(0),
                new StringBuilder(table.titles().get(0)))) {
            values.print(value, Results.in(format), paper.page());
        }
        isHarmless(paper, format == Format.TSV ? "\t" : "");
    }
}
