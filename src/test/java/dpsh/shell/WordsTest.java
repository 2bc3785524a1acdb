package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.HostileText;
import dpsh.arm.DpshException;
import dpsh.command.QuotedWords;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void blanksAndTabsSeparateWords() {
        assertThat(Words.split("  protect\tdisk   msdiskbackup ")).containsExactly("protect", "disk", "msdiskbackup");
    }

    @Test
    void nothingHasNoWords() {
        assertThat(Words.split("")).isEmpty();
        assertThat(Words.split(" \t ")).isEmpty();
    }

    @Test
    void singleQuotesTakeEverythingLiterally() {
        assertThat(Words.split("a 'b \\ \"c\" $x' d")).containsExactly("a", "b \\ \"c\" $x", "d");
    }

    @Test
    void doubleQuotesKnowTwoEscapes() {
        assertThat(Words.split("\"say \\\"no\\\"\" \"a\\\\b\" \"a\\nb\""))
                .containsExactly("say \"no\"", "a\\b", "a\\nb");
    }

    @Test
    void aBackslashTakesTheNextCharacterLiterally() {
        assertThat(Words.split("Backup\\ Operations it\\'s \\\\")).containsExactly("Backup Operations", "it's", "\\");
    }

    @Test
    void blanksBehindTheLastWordGoAndOneOfItsOwnStays() {
        assertThat(Words.trimmed("use vault x \t\n")).isEqualTo("use vault x");
        assertThat(Words.trimmed("use vault x\\  ")).isEqualTo("use vault x\\ ");
        assertThat(Words.trimmed("use vault x\\\\  ")).isEqualTo("use vault x\\\\");
        assertThat(Words.trimmed("use vault x\\\n")).isEqualTo("use vault x\\");
        assertThat(Words.trimmed("use vault x\u3000 ")).isEqualTo("use vault x\u3000");
        assertThat(Words.trimmed(" \t")).isEmpty();
    }

    @Test
    void touchingPartsAreOneWord() {
        assertThat(Words.split("--query='[?a]'\"b\"c")).containsExactly("--query=[?a]bc");
    }

    @Test
    void emptyQuotesAreAnEmptyWord() {
        assertThat(Words.split("echo '' \"\"")).containsExactly("echo", "", "");
    }

    @Test
    void exclamationMarksAndDollarsStayWhatTheyAre() {
        assertThat(Words.split("echo !! $HOME *")).containsExactly("echo", "!!", "$HOME", "*");
    }

    @Test
    void anOpenQuoteIsWrongUsage() {
        assertThatThrownBy(() -> Words.split("use vault 'test"))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("a single quote is not closed");
        assertThatThrownBy(() -> Words.split("use vault \"test\\\""))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("a double quote is not closed");
    }

    @Test
    void aBackslashAtTheEndIsWrongUsage() {
        assertThatThrownBy(() -> Words.split("echo a\\"))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("ends with a backslash");
    }

    @Property
    void quotedWordsComeBackAsTheyWere(@ForAll("words") List<String> words) {
        assertThat(Words.split(line(words))).isEqualTo(words);
    }

    @Property(tries = 300)
    void aHostileNameIsOneWordBetweenOthers(@ForAll("hostile") String name) {
        assertThat(Words.split("a " + QuotedWords.word(name) + " b")).containsExactly("a", name, "b");
        assertThat(LineGrammar.parse("a " + QuotedWords.word(name)).isSimple()).isTrue();
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.any();
    }

    @Property
    void theGrammarOfOperatorsReadsQuotesTheSameWay(@ForAll("words") List<String> words) {
        String line = "echo " + line(words);
        Course course = LineGrammar.parse(line);
        assertThat(course.isSimple()).isTrue();
        assertThat(course.stages().get(0).words()).isEqualTo(Words.split(line));
    }

    @Property
    void scanningNeverThrowsAndStaysInsideTheLine(@ForAll String line) {
        Words.Scan scan = Words.scan(line);
        int last = 0;
        for (Words.Word word : scan.words()) {
            assertThat(word.start()).isBetween(last, line.length());
            assertThat(word.end()).isBetween(word.start(), line.length());
            last = word.end();
        }
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars("ab /=:.-'\"\\|;&<>()[]{}#?\t\n$`!Ä漢")
                .ofMaxLength(12)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static String line(List<String> words) {
        return words.stream().map(QuotedWords::word).collect(Collectors.joining(" "));
    }
}
