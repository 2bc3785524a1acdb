package dpsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.Seeds;
import dpsh.arm.DpshException;
import dpsh.backup.DatasourceKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanInputTest {
    private static List<Wanted> read(String text) {
        return PlanInput.of("the file 'x'", text).wanted();
    }

    @Test
    void linesAreIdsOrNames() {
        assertThat(read("# ours\n" + Seeds.DISK + "\n\n  disk-prod-01  \r\n"))
                .containsExactly(Wanted.of(Seeds.DISK, 2), Wanted.of("disk-prod-01", 4));
    }

    @Test
    void csvMayTellEverythingOfEach() {
        assertThat(read("""
                Datasource,Kind,Policy,Snapshot Group,vault
                disk-1,disk,"Daily, ""long"" kept",snap,v1

                acc1,Storage Account,,,
                """))
                .containsExactly(
                        new Wanted("disk-1", DatasourceKind.DISK, "v1", "Daily, \"long\" kept", "snap", 2),
                        new Wanted("acc1", DatasourceKind.BLOB, null, null, null, 4));
    }

    @Test
    void csvMayHaveSemicolonsABomAndOneColumn(@TempDir Path home) throws IOException {
        assertThat(read("id;policy\r\na;p,q\r\n")).containsExactly(new Wanted("a", null, null, "p,q", null, 2));
        assertThat(read("\"Name\"\nd1\nd2")).containsExactly(Wanted.of("d1", 2), Wanted.of("d2", 3));
        Path file = Files.writeString(home.resolve("bom.csv"), "\ufeffname,policy\nd1,p\n");
        assertThat(PlanInput.read(file.toString(), InputStream.nullInputStream())
                        .wanted())
                .containsExactly(new Wanted("d1", null, null, "p", null, 2));
    }

    @Test
    void theIdCountsBeforeTheName() {
        assertThat(read("name\tid\nd1\t/subscriptions/s\nd2\t\n"))
                .extracting(Wanted::datasource)
                .containsExactly("/subscriptions/s", "d2");
    }

    @Test
    void columnsThatMeanNothingAreTold() {
        assertThat(PlanInput.of("x", "name,polcy,size\nd1,p,3\n").unused()).containsExactly("polcy", "size");
    }

    @Test
    void jsonOfOtherCommandsIsTaken() {
        assertThat(read("[\"d1\", {\"Id\": \"/a\", \"name\": \"n\"}]"))
                .extracting(Wanted::datasource)
                .containsExactly("d1", "/a");
        assertThat(read("{\"id\":\"/a\"}\n{\"id\":\"/b\"}\n")).containsExactly(Wanted.of("/a", 1), Wanted.of("/b", 2));
        assertThat(read("{\"value\":[{\"id\":\"/a\"}],\"nextLink\":null}")).containsExactly(Wanted.of("/a", 1));
    }

    @Test
    void standardInputIsReadForADash() {
        InputStream in = new ByteArrayInputStream("d1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(PlanInput.read("-", in).wanted()).containsExactly(Wanted.of("d1", 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "`` ~ is empty",
                "`# only\n` ~ holds no datasource",
                "`name,policy\n` ~ holds no datasource",
                "`disk,size\na,3\n` ~ the columns disk, size, and none of datasource, id, name",
                "`name,policy\n,p\n` ~ line 2: it names no datasource",
                "`name,kind\na,vm\n` ~ line 2: 'vm' is no kind",
                "`name,policy\na,b,c\n` ~ line 2: it has 3 cells",
                "`name,NAME\na,b\n` ~ has the column 'NAME' twice",
                "`name,policy\n\"a,b\n` ~ a quote in line 2 is never closed",
                "`name,policy\n\"a\"b,c\n` ~ something follows a closing quote",
                "`d1\nmsdiskbackup  disk  westus\n` ~ line 2: 'msdiskbackup  disk  westus' has a blank",
                "`[{\"name\":\"x\"}]` ~ has no id",
                "`[\"a\",` ~ is no JSON",
                "`{\"dpsh\":\"plan/1\"}` ~ is a plan already",
                "`name,kind\na,vm\nb,vm\n` ~ 2 mistakes in the file 'x'",
            })
    void whatIsWrongIsToldWithItsLine(String text, String told) {
        String given = text == null ? "" : text;
        assertThatThrownBy(() -> PlanInput.of("the file 'x'", given))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining(told);
    }

    @Test
    void filesThatCannotBeReadSayWhy(@TempDir Path home) throws IOException {
        Path latin = Files.write(home.resolve("latin"), new byte[] {'d', (byte) 0xfc, 'r'});
        Path wide = Files.write(home.resolve("wide"), "d1".getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> PlanInput.read(latin.toString(), InputStream.nullInputStream()))
                .hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> PlanInput.read(wide.toString(), InputStream.nullInputStream()))
                .hasMessageContaining("UTF-16");
        assertThatThrownBy(() -> PlanInput.read(home.toString(), InputStream.nullInputStream()))
                .hasMessageContaining("it is a directory");
        assertThatThrownBy(() -> PlanInput.read(home.resolve("none").toString(), InputStream.nullInputStream()))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("there is no such file");
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars("ab \"',;\t\n\r/ü")
                .ofMaxLength(8)
                .map(String::strip);
        return cell.list().ofSize(3).list().ofMinSize(1).ofMaxSize(8);
    }

    /** Whatever stands in quoted cells comes out as it went in, with either separator. */
    @Property(tries = 300)
    void quotedCellsSurvive(@ForAll("tables") List<List<String>> table, @ForAll boolean semicolons) {
        String separator = semicolons ? ";" : ",";
        List<List<String>> rows = new ArrayList<>(List.of(List.of("a", "b", "c")));
        rows.addAll(table);
        String text = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(separator)))
                .collect(Collectors.joining("\r\n"));
        assertThat(CsvText.read("x", text).stream().map(CsvText.Row::cells))
                .containsExactlyElementsOf(rows.stream()
                        .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                        .toList());
    }
}
