package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.view.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InkTest {
    @ParameterizedTest
    @CsvSource({"abc,3", "漢字,4", "e\u0301,1", "Ä,1", "'',0"})
    void measuresColumnsNotCharacters(String text, int columns) {
        assertThat(new PlainInk().width(text)).isEqualTo(columns);
        assertThat(new AnsiInk(() -> Theme.BASIC).width(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @EnumSource(Tone.class)
    void paintingChangesNothingButTheLook(Tone tone) {
        assertThat(new AnsiInk(() -> Theme.BASIC).paint("state", tone).replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo("state");
        assertThat(new PlainInk().paint("state", tone)).isEqualTo("state");
    }

    @Test
    void goodIsGreenAndBadIsRed() {
        assertThat(new AnsiInk(() -> Theme.BASIC).paint("x", Tone.GOOD)).isEqualTo("\u001b[32mx\u001b[0m");
        assertThat(new AnsiInk(() -> Theme.BASIC).paint("x", Tone.BAD)).isEqualTo("\u001b[31mx\u001b[0m");
        assertThat(new AnsiInk(() -> Theme.BASIC).paint("", Tone.BAD)).isEmpty();
    }
}
