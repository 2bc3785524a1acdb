package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import dpsh.shell.Course.Joint;
import dpsh.shell.Course.Stage;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineGrammarTest {
    private static List<List<String>> words(String line) {
        return LineGrammar.parse(line).stages().stream().map(Stage::words).toList();
    }

    @Test
    void stagesArePartedByPipes() {
        assertThat(words("instance list -o json|jq '.[] | .name' | head -2"))
                .containsExactly(
                        List.of("instance", "list", "-o", "json"), List.of("jq", ".[] | .name"), List.of("head", "-2"));
    }

    @Test
    void pipesFollowOneAnotherByHowTheyEnded() {
        assertThat(LineGrammar.parse("a ; b && c | d || e").pipes())
                .extracting(Course.Pipe::joint)
                .containsExactly(Joint.ALWAYS, Joint.ALWAYS, Joint.WHEN_WELL, Joint.WHEN_NOT);
    }

    @Test
    void aRedirectionTakesOneWordWhereverItStands() {
        Stage stage =
                LineGrammar.parse("vault > 'my file' list -o json").stages().get(0);
        assertThat(stage.words()).containsExactly("vault", "list", "-o", "json");
        assertThat(stage.to()).isEqualTo("my file");
        assertThat(stage.append()).isFalse();
        Stage other = LineGrammar.parse("plan --csv - <in.csv>>out").stages().get(0);
        assertThat(other.words()).containsExactly("plan", "--csv", "-");
        assertThat(other.from()).isEqualTo("in.csv");
        assertThat(other.to()).isEqualTo("out");
        assertThat(other.append()).isTrue();
    }

    @Test
    void whatStandsBetweenQuotesOrBehindABackslashIsNoOperator() {
        assertThat(words("echo 'a|b' \"c>\\\"d|\" e\\;f")).containsExactly(List.of("echo", "a|b", "c>\"d|", "e;f"));
    }

    @Test
    void aBlankThatABackslashTakesStaysInFrontOfAnOperatorAndAtTheEnd() {
        assertThat(words("echo a\\ ; echo >f b\\ | tee c\\ "))
                .containsExactly(List.of("echo", "a "), List.of("echo", "b "), List.of("tee", "c "));
    }

    @Test
    void aSemicolonAtTheEndMeansNothing() {
        assertThat(LineGrammar.parse("status ;").isSimple()).isTrue();
        assertThat(words("status ;")).containsExactly(List.of("status"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "| b~before |",
                "a |~behind |",
                "a | | b~before |",
                "a &&~behind &&",
                "a || ; b~before ;",
                "&& b~before &&",
                "> x~behind >",
            })
    void aMissingCommandIsNamedWithItsPlace(String line, String place) {
        assertThatThrownBy(() -> LineGrammar.parse(line))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("there is no command " + place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a >", "a > | b", "a > x > y", "a < x < y", "a >> ; b"})
    void aFileIsNamedOnce(String line) {
        assertThatThrownBy(() -> LineGrammar.parse(line))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("file");
    }

    @Test
    void onlyDataIsRedirected() {
        assertThatThrownBy(() -> LineGrammar.parse("status 2> errors"))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("'2>' is not understood");
        assertThat(LineGrammar.parse("use group rg2> file").stages().get(0).to())
                .isEqualTo("file");
    }

    /** Red when a quote that is escaped between quotes ends them. */
    @Property
    void everyLineIsReadOrRefused(@ForAll String line) {
        try {
            LineGrammar.parse("x " + line).stages().forEach(stage -> assertThat(stage.words())
                    .isNotEmpty());
        } catch (DpshException.Usage refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
