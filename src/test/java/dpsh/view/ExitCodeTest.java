package dpsh.view;

import static dpsh.view.ExitCode.DONE;
import static dpsh.view.ExitCode.FAILED;
import static dpsh.view.ExitCode.INTERRUPTED;
import static dpsh.view.ExitCode.NOT_ALLOWED;
import static dpsh.view.ExitCode.PARTLY;
import static dpsh.view.ExitCode.TIMED_OUT;
import static dpsh.view.ExitCode.USAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void hasTheNumbersOfTheGuide() {
        assertThat(List.of(DONE, FAILED, USAGE, PARTLY, NOT_ALLOWED, TIMED_OUT, INTERRUPTED))
                .extracting(ExitCode::number)
                .containsExactly(0, 1, 2, 3, 4, 5, 130);
        assertThat(ExitCode.values()).hasSize(7);
    }

    @Test
    void sumsUpManyItems() {
        assertThat(ExitCode.of(List.of())).isEqualTo(DONE);
        assertThat(ExitCode.of(List.of(DONE, DONE))).isEqualTo(DONE);
        assertThat(ExitCode.of(List.of(TIMED_OUT, TIMED_OUT))).isEqualTo(TIMED_OUT);
        assertThat(ExitCode.of(List.of(DONE, FAILED))).isEqualTo(PARTLY);
        assertThat(ExitCode.of(List.of(PARTLY, FAILED))).isEqualTo(PARTLY);
        assertThat(ExitCode.of(List.of(USAGE, NOT_ALLOWED))).isEqualTo(FAILED);
        assertThat(ExitCode.of(List.of(DONE, INTERRUPTED, FAILED))).isEqualTo(INTERRUPTED);
    }

    @Test
    void readsFormatsWithoutCaseAndNamesThemInTheRefusal() {
        assertThat(Format.of(" JsonL ")).isEqualTo(Format.JSONL);
        assertThatThrownBy(() -> Format.of("xml"))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessage("'xml' is no output format")
                .extracting(e -> ((DpshException) e).next())
                .isEqualTo("-o takes table, record, json, jsonl, yaml, csv, tsv");
    }
}
