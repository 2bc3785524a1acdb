package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroovyLineTest {
    private static List<String> words(String line) {
        GroovyLine groovy = GroovyLine.of(line);
        assertThat(groovy).as(line).isNotNull();
        return groovy.words();
    }

    @Test
    void everythingBehindTheSignIsGroovys() {
        assertThat(words("= 1 + 1")).containsExactly("=", "--", "1 + 1");
        assertThat(words("=-1")).containsExactly("=", "--", "-1");
        assertThat(words("= 'a;b' | x > \"y\"")).containsExactly("=", "--", "'a;b' | x > \"y\"");
        assertThat(words("= [1,\n 2]")).containsExactly("=", "--", "[1,\n 2]");
    }

    @Test
    void optionsStandBeforeIt() {
        assertThat(words("-o json = x == 1")).containsExactly("-o", "json", "=", "--", "x == 1");
        assertThat(words("--yes --vault 'a b' = x")).containsExactly("--yes", "--vault", "a b", "=", "--", "x");
        assertThat(words("-ojson =\nx")).containsExactly("-ojson", "=", "--", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vault list", "use x = 1", "'=' 1", "", "-o json", "\\= 1", "-o json vault = x"})
    void otherLinesAreNone(String line) {
        assertThat(GroovyLine.of(line)).isNull();
    }

    @Test
    void oneWithoutAnEndIsRefused() {
        assertThatThrownBy(() -> words("= [1,"))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessage("the expression does not end: the [ in line 1 is not closed");
    }

    @Test
    void linesOfOneExpressionAreOneLine() {
        List<Lines.Line> lines = new ArrayList<>();
        new Lines(List.of("\uFEFFa", "= [1,", "", "2]", "b (", "=", "3", "= {", "c")
                        .iterator())
                .forEachRemaining(lines::add);
        assertThat(lines)
                .containsExactly(
                        new Lines.Line(1, "a"),
                        new Lines.Line(2, "= [1,\n\n2]"),
                        new Lines.Line(5, "b ("),
                        new Lines.Line(6, "=\n3"),
                        new Lines.Line(8, "= {\nc"));
        assertThat(Lines.isOpen("a\n= {")).isTrue();
        assertThat(Lines.isOpen("= {\n}")).isFalse();
    }

    @Test
    void aLineIsTakenWhenItIsNeeded() {
        List<String> taken = new ArrayList<>();
        Lines lines =
                new Lines(List.of("= [", "]", "b").stream().peek(taken::add).iterator());
        lines.next();
        assertThat(taken).containsExactly("= [", "]");
    }

    @Test
    void tabSeesTheNameAtTheCursor() {
        ExpressionWord word = ExpressionWord.at("vault list\n= [_.fir", 19);
        assertThat(word).isNotNull();
        assertThat(word.word()).isEqualTo("fir");
        assertThat(word.expression()).isEqualTo(" [_.fir");
        assertThat(ExpressionWord.at("vault list\n= 1", 5)).isNull();
        ExpressionWord second = ExpressionWord.at("= [a,\nba", 8);
        assertThat(second).isNotNull();
        assertThat(second.word()).isEqualTo("ba");
        assertThat(second.expression()).isEqualTo(" [a,\nba");
    }
}
