package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LineShadesTest {
    private static final String DISKS =
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/RG/providers"
                    + "/Microsoft.Compute/disks/";
    private static final ModelReading MODEL = new ModelReading(new SampleCommands().model(), List::of);

    /** The line with each part in brackets behind the first letter of what it is; {@code _} is where the cursor stands. */
    private static String shades(String typed) {
        int cursor = typed.contains("_") ? typed.indexOf('_') : typed.length() + 1;
        String line = typed.replace("_", "");
        return painted(line, LineShades.of(MODEL, LineShadesTest::seen, line, cursor));
    }

    private static String painted(String line, List<Shaded> parts) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Shaded part : parts) {
            text.append(line, at, part.start());
            text.append(part.shade())
                    .append('(')
                    .append(line, part.start(), part.end())
                    .append(')');
            at = part.end();
        }
        return text.append(line.substring(at)).toString();
    }

    private static Boolean seen(List<String> kinds, String value) {
        return kinds.contains("disk") && value.endsWith("msdiskbackup");
    }

    @Test
    void commandsAndOptions() {
        assertThat(shades("vault list -o json --output=table"))
                .isEqualTo("COMMAND(vault) COMMAND(list) OPTION(-o) json OPTION(--output=)table");
    }

    @Test
    void whatThereIsNotIsWrongOnceItIsFinished() {
        assertThat(shades("vualt lst")).isEqualTo("WRONG(vualt) lst");
        assertThat(shades("vault lst --foo -o tble")).isEqualTo("COMMAND(vault) WRONG(lst) --foo -o tble");
        assertThat(shades("vault list --foo -o tble"))
                .isEqualTo("COMMAND(vault) COMMAND(list) WRONG(--foo) OPTION(-o) WRONG(tble)");
        assertThat(shades("vualt_")).isEqualTo("vualt");
        assertThat(shades("vault list --fo_")).isEqualTo("COMMAND(vault) COMMAND(list) --fo");
    }

    @Test
    void namesAndIdsThatWereSeen() {
        assertThat(shades("protect disk msdiskbackup other"))
                .isEqualTo("COMMAND(protect) COMMAND(disk) KNOWN(msdiskbackup) other");
        assertThat(shades("protect disk " + DISKS + "msdiskbackup " + DISKS + "x"))
                .isEqualTo("COMMAND(protect) COMMAND(disk) KNOWN(" + DISKS + "msdiskbackup) UNKNOWN(" + DISKS + "x)");
    }

    @Test
    void anIdThatCannotBeOneIsWrongOnceItIsFinished() {
        assertThat(shades("protect disk /subscriptions//x "))
                .isEqualTo("COMMAND(protect) COMMAND(disk) WRONG(/subscriptions//x) ");
        assertThat(shades("protect disk /subscriptions//x_"))
                .isEqualTo("COMMAND(protect) COMMAND(disk) /subscriptions//x");
        assertThat(shades("echo /tmp/x ")).isEqualTo("COMMAND(echo) /tmp/x ");
    }

    @Test
    void quotesOperatorsAndFiles() {
        assertThat(shades("echo 'a | b' \"c\" && vault list > 'x y'; echo a&b=2 | jq .x"))
                .isEqualTo("COMMAND(echo) QUOTED('a | b') QUOTED(\"c\") OPERATOR(&&) COMMAND(vault) COMMAND(list)"
                        + " OPERATOR(>) QUOTED('x y')OPERATOR(;) COMMAND(echo) a&b=2 OPERATOR(|) jq .x");
    }

    @Test
    void groovyAndComments() {
        assertThat(shades("= backup.vaults().each { def x = 'a' + 1.5 } // no"))
                .isEqualTo("OPERATOR(=) OURS(backup).vaults().each { KEYWORD(def) x = QUOTED('a') + NUMBER(1.5) }"
                        + " COMMENT(// no)");
        assertThat(shades("= a.in /* x\ny */ =~ /b\\/c/ / 2"))
                .isEqualTo("OPERATOR(=) a.in COMMENT(/* x\ny */) =~ QUOTED(/b\\/c/) / NUMBER(2)");
        assertThat(shades("= '''a\nb''' + \"open")).isEqualTo("OPERATOR(=) QUOTED('''a\nb''') + QUOTED(\"open)");
        assertThat(shades("# echo 'x")).isEqualTo("COMMENT(# echo 'x)");
    }

    @Test
    void everyLineOfSeveral() {
        assertThat(shades("echo \\\n 'a\nb'\n= 1\nvault list"))
                .isEqualTo("COMMAND(echo) \\\n QUOTED('a\nb')\nOPERATOR(=) NUMBER(1)\nCOMMAND(vault) COMMAND(list)");
    }

    @Test
    void whileThereAreNoCommandsYetOnlyWhatNeedsNone() {
        List<Shaded> parts = LineShades.of(null, LineShadesTest::seen, "vault list 'x' | y", 0);
        assertThat(painted("vault list 'x' | y", parts)).isEqualTo("vault list QUOTED('x') OPERATOR(|) y");
    }

    /** Whatever is typed, the parts stay inside the line and in order, and a hint can be told. */
    @Property
    void anyTextHasParts(@ForAll String text, @ForAll boolean groovy) {
        String line = groovy ? "= " + text : text;
        int last = 0;
        for (Shaded part : LineShades.of(MODEL, LineShadesTest::seen, line, line.length() / 2)) {
            assertThat(part.start()).isGreaterThanOrEqualTo(last);
            assertThat(part.end()).isBetween(part.start() + 1, line.length());
            last = part.end();
        }
        LineHints.at(MODEL, line, line.length() / 2);
    }
}
