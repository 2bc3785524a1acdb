package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvTextTest {
    private static final String DANGEROUS = "=+-@\t\r\n";

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> value = Arbitraries.strings()
                .withChars("=+-@\t\r\n,\"' 07.aä\u2028\uff1d")
                .ofMaxLength(8);
        return value.list().ofMinSize(1).ofMaxSize(4).list().ofMaxSize(4);
    }

    /** Red without the doubled quote, and without quotes around a line break. */
    @Property
    void aReaderGetsEveryValueBack(@ForAll("tables") List<List<String>> table) {
        StringBuilder text = new StringBuilder();
        table.forEach(row -> text.append(CsvText.row(row)).append("\r\n"));
        List<List<String>> expected = table.stream()
                .map(row -> row.stream().map(CsvText::harmless).toList())
                .toList();
        assertThat(CsvReader.rows(text.toString())).isEqualTo(expected);
    }

    /** Red without a tab among the beginnings. */
    @Property
    void noValueBeginsAFormula(@ForAll("tables") List<List<String>> table) {
        for (List<String> row : table) {
            for (String value : row) {
                String shown = CsvText.harmless(value);
                boolean number = shown.matches("[+-][0-9.]+");
                assertThat(shown)
                        .satisfiesAnyOf(
                                v -> assertThat(number).isTrue(),
                                v -> assertThat(v).isEmpty(),
                                v -> assertThat(DANGEROUS.indexOf(v.charAt(0))).isNegative());
                assertThat(shown).endsWith(value).hasSizeLessThanOrEqualTo(value.length() + 1);
            }
        }
    }

    @Test
    void formulasGetAnApostropheAndNumbersDoNot() {
        assertThat(CsvText.row(List.of("=HYPERLINK(\"http://x\")", "-5", "+1.5", "-5+cmd|' /C calc'!A0", "@x", "a=b")))
                .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\")\",-5,+1.5,'-5+cmd|' /C calc'!A0,'@x,a=b");
    }
}
