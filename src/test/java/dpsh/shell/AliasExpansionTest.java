package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AliasExpansionTest {
    private final AliasExpansion aliases = new AliasExpansion(Map.of(
            "ls", "vault list",
            "li", "ls -o json",
            "count", "instance list -o json | jq length",
            "one", "instance show $1 --vault \"$2\" '$1' $9x",
            "both", "use vault $2 && instance show $1",
            "self", "self -o json",
            "ping", "pong",
            "pong", "ping",
            "groovy", "= backup.instances()",
            "cost", "echo $ $0 100$"));

    @Test
    void aWordStandsForItsLineAndKeepsWhatFollows() {
        assertThat(aliases.of("ls")).isEqualTo("vault list");
        assertThat(aliases.of("  ls -o  json 'a b' ")).isEqualTo("  vault list -o  json 'a b' ");
        assertThat(aliases.of("li")).isEqualTo("vault list -o json");
        assertThat(aliases.of("count")).isEqualTo("instance list -o json | jq length");
    }

    @Test
    void itCountsWhereACommandBeginsAndNowhereElse() {
        assertThat(aliases.of("policy ls")).isEqualTo("policy ls");
        assertThat(aliases.of("'ls'")).isEqualTo("'ls'");
        assertThat(aliases.of("lsx")).isEqualTo("lsx");
        assertThat(aliases.of("ls | ls; li && ls || policy list > ls"))
                .isEqualTo("vault list | vault list; vault list -o json && vault list || policy list > ls");
        assertThat(aliases.of("echo 'a | ls'")).isEqualTo("echo 'a | ls'");
        assertThat(aliases.of("= ls | ls")).isEqualTo("= ls | ls");
    }

    @Test
    void wordsStandWhereTheLineWantsThemAndStayWords() {
        assertThat(new AliasExpansion(Map.of("one", "show $1 --vault \"$2\" '$1'")).of("one 'a b; c' \"q\\\"q\" rest"))
                .isEqualTo("show 'a b; c' --vault \"q\\\"q\" '$1' rest");
        assertThat(aliases.of("both x v")).isEqualTo("use vault v && instance show x");
        assertThat(aliases.of("cost")).isEqualTo("echo $ $0 100$");
    }

    /** Goes red when a word is put into the line without quotes. */
    @Test
    void whatStandsForAPlaceNeverBecomesAnotherCommand() {
        AliasExpansion show = new AliasExpansion(Map.of("show", "instance show $1"));
        String line = show.of("show 'x; instance delete y'");
        assertThat(LineGrammar.parse(line).isSimple()).isTrue();
        assertThat(Words.split(line)).containsExactly("instance", "show", "x; instance delete y");
    }

    @Test
    void loopsAndMissingWordsAreRefused() {
        assertThatThrownBy(() -> aliases.of("self"))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("back to itself");
        assertThatThrownBy(() -> aliases.of("ping"))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("back to itself");
        assertThatThrownBy(() -> aliases.of("one a"))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("lacks a word for $2");
        assertThat(aliases.of("groovy")).isEqualTo("= backup.instances()");
        assertThatThrownBy(() -> aliases.of("groovy x"))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("takes no words");
    }
}
