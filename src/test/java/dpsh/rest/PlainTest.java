package dpsh.rest;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Law 11 for what this room passes on: text from outside is text. */
class PlainTest {
    @Test
    void putsTextOnOneLineWithoutEscapes() {
        assertThat(Plain.text("a\u001b[31m\r\n\t b\u009b1m\u202Ec\u0000", 100)).isEqualTo("a [31m b 1m c");
        assertThat(Plain.text("Schlüssel 磁盘 💾", 100)).isEqualTo("Schlüssel 磁盘 💾");
        assertThat(Plain.text("abcdef", 3)).isEqualTo("abc...");
    }

    @Property
    void noControlCharacterSurvives(@ForAll String outside) {
        assertThat(Plain.text(outside, 1000).codePoints().noneMatch(Character::isISOControl))
                .isTrue();
    }
}
