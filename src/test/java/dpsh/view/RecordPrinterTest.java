package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordPrinterTest {
    private final Printer records = Printers.of(Format.RECORD);

    private final Detail detail = Detail.of(
                    List.of(
                            Detail.Field.of("name", "msdiskbackup"),
                            Detail.Field.of("ラベル", Cell.of("bad", Tone.BAD)),
                            Detail.Field.of("policy", (String) null)),
                    "{}")
            .and(
                    "error",
                    List.of(
                            Detail.Field.of("code", "CloudInternalError"),
                            Detail.Field.of("actions", List.of("wait", "try\u001b[1m again")),
                            Detail.Field.of("more", List.of())));

    @Test
    void alignsLabelsAndSeparatesSections() {
        Paper paper = Paper.terminal(10);
        records.print(detail, paper.page());
        assertThat(paper.out()).isEqualTo("""
                name    msdiskbackup
                ラベル  bad
                policy  -

                error
                  code     CloudInternalError
                  actions  wait
                           try again
                  more     -
                """);
        assertThat(paper.err()).isEmpty();
    }

    @Test
    void aSentenceGoesOnBelowItsBeginningAndAnIdStaysWhole() {
        Detail sentences = Detail.of(
                List.of(
                        Detail.Field.of("why", Cell.of("the client does not have the authorization", Tone.BAD)),
                        Detail.Field.of("id", "see /subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e in full"),
                        Detail.Field.of("body", "  \"message\": \"漢字漢字漢字漢字 more\"")),
                "{}");
        Paper paper = Paper.terminal(32);
        records.print(sentences, paper.page());
        assertThat(paper.out()).isEqualTo("""
                why   the client does not have
                      the authorization
                id    see
                      /subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e
                      in full
                body    "message":
                        "漢字漢字漢字漢字 more"
                """);
        Paper pipe = Paper.pipe();
        records.print(sentences, pipe.page());
        assertThat(pipe.out()).contains("why   the client does not have the authorization\n");
    }

    @Test
    void paintsLabelsHeadingsAndWhatIsMissing() {
        Paper paper = Paper.marked();
        records.print(detail, paper.page());
        assertThat(paper.out())
                .contains("dim(ラベル)  bad(bad)\n", "dim(policy)  dim(-)\n", "\nheading(error)\n  dim(code) ");
    }

    @Test
    void isWhatATableMakesOfOneThing() {
        Paper asTable = Paper.pipe();
        Paper asRecord = Paper.pipe();
        Printers.of(Format.TABLE).print(detail, asTable.page());
        records.print(detail, asRecord.page());
        assertThat(asTable.out()).isEqualTo(asRecord.out()).isNotEmpty();
    }

    @Test
    void writesEachRowOfAListAsABlock() {
        Paper paper = Paper.pipe();
        records.print(Samples.of("a", "b").partial("it broke"), paper.page());
        assertThat(paper.out()).isEqualTo("""
                name    a
                policy  DiskBackup-Policy
                state   ProtectionConfigured
                GB      1

                name    b
                policy  DiskBackup-Policy
                state   ProtectionConfigured
                GB      1
                """);
        assertThat(paper.err()).isEqualTo("partial: 2 backup instances so far, then it broke\n");
    }

    @Test
    void writesNothingForAnEmptyList() {
        Paper paper = Paper.pipe();
        records.print(Samples.empty(), paper.page());
        assertThat(paper.out()).isEmpty();
        assertThat(paper.err()).isEqualTo("no backup instances\n");
    }
}
