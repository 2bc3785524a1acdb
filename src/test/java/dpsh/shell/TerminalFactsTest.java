package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalFactsTest {
    private static TerminalFacts facts(Map<String, String> properties, Map<String, String> environment) {
        return TerminalFacts.of(properties::get, environment);
    }

    @Test
    void readsTheLaunchersWord() {
        assertThat(facts(Map.of("dpsh.terminal", "in,err", "dpsh.columns", "132"), Map.of()))
                .isEqualTo(new TerminalFacts(true, false, true, 132, true));
        assertThat(facts(Map.of("dpsh.terminal", ""), Map.of()))
                .isEqualTo(new TerminalFacts(false, false, false, 0, true));
    }

    @Test
    void needsATypistAndAScreenForAPrompt() {
        assertThat(facts(Map.of("dpsh.terminal", "in,out"), Map.of()).interactive())
                .isTrue();
        assertThat(facts(Map.of("dpsh.terminal", "in,err"), Map.of()).interactive())
                .isFalse();
        assertThat(facts(Map.of("dpsh.terminal", "out,err"), Map.of()).interactive())
                .isFalse();
    }

    @Test
    void noColorAndDumbTerminalsAreNotStyled() {
        Map<String, String> all = Map.of("dpsh.terminal", "in,out,err");
        assertThat(facts(all, Map.of("NO_COLOR", "1")).styled()).isFalse();
        assertThat(facts(all, Map.of("NO_COLOR", "")).styled()).isTrue();
        assertThat(facts(all, Map.of("TERM", "dumb")).styled()).isFalse();
    }

    @Test
    void anImpossibleWidthIsUnknown() {
        assertThat(facts(Map.of("dpsh.terminal", "out", "dpsh.columns", "wide"), Map.of())
                        .columns())
                .isZero();
        assertThat(facts(Map.of("dpsh.terminal", "out", "dpsh.columns", "0"), Map.of())
                        .columns())
                .isZero();
    }
}
