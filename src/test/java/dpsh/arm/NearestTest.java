package dpsh.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("use", "vault", "policy", "protect", "permission", "instance");

    @Test
    void findsMissingSwappedAndWrongLetters() {
        assertThat(Nearest.to("protct", KNOWN)).containsExactly("protect");
        assertThat(Nearest.to("vualt", KNOWN)).containsExactly("vault");
        assertThat(Nearest.to("POLICI", KNOWN)).containsExactly("policy");
        assertThat(Nearest.to("perm", KNOWN)).containsExactly("permission");
    }

    @Test
    void guessesNothingFarOff() {
        assertThat(Nearest.to("frobnicate", KNOWN)).isEmpty();
        assertThat(Nearest.to("", KNOWN)).isEmpty();
        assertThat(Nearest.to("x", KNOWN)).isEmpty();
        assertThat(Nearest.to("!", List.of("=", "_"))).isEmpty();
        assertThat(Nearest.to("h", List.of("=", "_"))).isEmpty();
    }

    @Test
    void countsASwapOnce() {
        assertThat(Nearest.distance("ab", "ba")).isEqualTo(1);
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.distance("same", "same")).isZero();
    }
}
