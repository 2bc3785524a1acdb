package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TablePrinterTest {
    private static final String ESC = "\u001b";

    private final Printer table = Printers.of(Format.TABLE);

    @Test
    void alignsColumnsAndKeepsTheTotalOutOfTheData() {
        Paper paper = Paper.pipe();
        table.print(Samples.of("msdiskbackup", "a"), paper.page());
        assertThat(paper.out()).isEqualTo("""
                name          policy             state                 GB
                msdiskbackup  DiskBackup-Policy  ProtectionConfigured  12
                a             DiskBackup-Policy  ProtectionConfigured   1
                """);
        assertThat(paper.err()).isEqualTo("2 backup instances\n");
    }

    @Test
    void countsOneAsOne() {
        Paper paper = Paper.pipe();
        table.print(Samples.of("a"), paper.page());
        assertThat(paper.err()).isEqualTo("1 backup instance\n");
    }

    @Test
    void paintsTextAndNotThePaddingAroundIt() {
        Paper paper = Paper.marked();
        table.print(Samples.of("a"), paper.page());
        assertThat(paper.out()).isEqualTo("""
                heading(name)  heading(policy)             heading(state)                 heading(GB)
                a     DiskBackup-Policy  good(ProtectionConfigured)   1
                """);
    }

    @Test
    void linesUpWideLettersEmojiAndCombiningMarks() {
        Paper paper = Paper.pipe();
        table.print(Samples.of("ディスク", "cafe\u0301", "😀😀"), paper.page());
        assertThat(paper.out()).isEqualTo("""
                name      policy             state                 GB
                ディスク  DiskBackup-Policy  ProtectionConfigured   4
                cafe\u0301      DiskBackup-Policy  ProtectionConfigured   5
                😀😀      DiskBackup-Policy  ProtectionConfigured   4
                """);
    }

    @Test
    void cutsNothingThatFitsTheTerminal() {
        Paper paper = Paper.terminal(57);
        table.print(Samples.of("msdiskbackup"), paper.page());
        assertThat(paper.out()).contains("msdiskbackup  DiskBackup-Policy  ProtectionConfigured  12\n");
    }

    @Test
    void cutsTheWidestColumnFirstAndNeverAState() {
        Paper paper = Paper.terminal(60);
        table.print(Samples.of("msdiskbackup-24ac1f3e-0000-5000-8000-000000000001", "ディスクディスクディスク"), paper.page());
        assertThat(paper.out()).isEqualTo("""
                name              policy            state                 GB
                msdiskbackup-24…  DiskBackup-Poli…  ProtectionConfigured  49
                ディスクディス…   DiskBackup-Poli…  ProtectionConfigured  12
                """);
    }

    @Test
    void turnsToRecordsWhenTheTableWouldBeUnreadable() {
        Paper paper = Paper.terminal(40);
        table.print(Samples.of("msdiskbackup", "a"), paper.page());
        assertThat(paper.out()).isEqualTo("""
                name    msdiskbackup
                policy  DiskBackup-Policy
                state   ProtectionConfigured
                GB      12

                name    a
                policy  DiskBackup-Policy
                state   ProtectionConfigured
                GB      1
                """);
        assertThat(paper.err()).isEqualTo("2 backup instances\n");
    }

    @Test
    void doesWithoutExtraColumnsBeforeItGivesUpTheTableAndSaysSo() {
        Listing wide = new Listing(
                Noun.of("disk"),
                List.of(Column.of("name"), Column.extra("sku"), Column.whole("state"), Column.extra("tags")),
                List.of(new Listing.Row(
                        List.of(
                                Cell.of("msdiskbackup"),
                                Cell.of("Premium_LRS"),
                                Cell.of("Attached"),
                                Cell.of("env=prod")),
                        "{}")),
                null);
        Paper narrow = Paper.terminal(44);
        table.print(wide, narrow.page());
        assertThat(narrow.out()).isEqualTo("""
                name          sku          state
                msdiskbackup  Premium_LRS  Attached
                """);
        assertThat(narrow.err()).isEqualTo("1 disk (no room for: tags)\n");
        Paper narrower = Paper.terminal(20);
        table.print(wide, narrower.page());
        assertThat(narrower.out()).isEqualTo("""
                name        state
                msdiskbac…  Attached
                """);
        assertThat(narrower.err()).isEqualTo("1 disk (no room for: sku, tags)\n");
        Paper tiny = Paper.terminal(12);
        table.print(wide, tiny.page());
        assertThat(tiny.out()).contains("tags   env=prod\n");
        assertThat(tiny.err()).isEqualTo("1 disk\n");
    }

    @Test
    void cutsNothingWithoutATerminal() {
        String name = "x".repeat(4000);
        Paper paper = Paper.pipe();
        table.print(Samples.of(name), paper.page());
        assertThat(paper.out()).contains(name + "  DiskBackup-Policy");
    }

    @Test
    void fitsAHugeNameIntoATerminal() {
        Paper paper = Paper.terminal(80);
        table.print(Samples.of("x".repeat(4000)), paper.page());
        assertThat(paper.out().lines()).allMatch(line -> line.length() <= 80).hasSize(2);
    }

    @Test
    void printsHostileNamesAsHarmlessText() {
        Paper paper = Paper.pipe();
        table.print(
                Samples.of(ESC + "[2J" + ESC + "]0;owned\u0007a\u202egpj.exe\nb", "\u009b31mred\ud800"), paper.page());
        assertThat(paper.out()).isEqualTo("""
                name        policy             state                 GB
                agpj.exe b  DiskBackup-Policy  ProtectionConfigured  25
                red\ufffd        DiskBackup-Policy  ProtectionConfigured   8
                """);
    }

    @Test
    void saysThatThereIsNothingBesideTheData() {
        Paper paper = Paper.marked();
        table.print(Samples.empty(), paper.page());
        assertThat(paper.out()).isEmpty();
        assertThat(paper.err()).isEqualTo("dim(no backup instances)\n");
    }

    @Test
    void marksAListThatEndedTooSoon() {
        Paper paper = Paper.marked();
        table.print(Samples.of("a", "b").partial("the connection\nbroke" + ESC + "[1m"), paper.page());
        assertThat(paper.err()).isEqualTo("warning(partial: 2 backup instances so far, then the connection broke)\n");
    }

    @Test
    void marksAnEmptyListThatEndedTooSoon() {
        Paper paper = Paper.pipe();
        table.print(Samples.empty().partial("the connection broke"), paper.page());
        assertThat(paper.err()).isEqualTo("partial: no backup instances so far, then the connection broke\n");
    }
}
