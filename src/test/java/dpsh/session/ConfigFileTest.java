package dpsh.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import dpsh.store.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    @TempDir
    Path directory;

    private final List<String> warnings = new ArrayList<>();

    private ConfigFile open() {
        return new ConfigFile(Home.of(directory, Map.of()), warnings::add);
    }

    private Path file() {
        return directory.resolve("config");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }

    @Test
    void aMissingFileIsAnEmptyOneAndReadingMakesNone() {
        ConfigFile config = open();
        assertThat(config.get("set.output")).isNull();
        assertThat(config.below("")).isEmpty();
        assertThat(warnings).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatIsSavedIsPrivateAndReadBack() throws IOException {
        open().save("alias.ü", "instance list --filter 'a = b' \\ # x\n\tlast ");
        ConfigFile again = open();
        assertThat(again.get("alias.ü")).isEqualTo("instance list --filter 'a = b' \\ # x\n\tlast ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(warnings).isEmpty();
    }

    @Test
    void everyTextSurvivesAsKeyAndAsValue() {
        for (String odd :
                List.of(" ", "  a", "a  ", "=", ":a", "#", "!", "\\", "a\\", "\\\\", "\t\r\f\u0007", "😀", "\u2028")) {
            open().save("x." + odd + "k", odd);
            assertThat(open().get("x." + odd + "k")).as(odd).isEqualTo(odd);
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void aSaveKeepsCommentsOrderAndEveryOtherLine() throws IOException {
        write("""
            # mine

            set.output = record
            this line is wrong
            ! the vault
            alias.ls: vault list
            set.times=both
            """);
        ConfigFile config = open();
        config.save("set.output", "json");
        config.save("set.pager", "off");
        config.save("profile.a.cloud", "usgov");
        config.forget("alias.ls");
        assertThat(file()).hasContent("""
            # mine

            set.output=json
            this line is wrong
            ! the vault
            set.times=both
            set.pager=off
            profile.a.cloud=usgov
            """);
    }

    @Test
    void aLineThatCannotBeReadIsNamedOnceAndTheOthersHold() throws IOException {
        write("set.output=json\nnonsense\n=x\nb=\\u12\nset.times=both\n");
        ConfigFile config = open();
        assertThat(config.get("set.times")).isEqualTo("both");
        assertThat(config.get("set.output")).isEqualTo("json");
        assertThat(warnings)
                .containsExactly(
                        "warning: line 2 of '" + file() + "' is passed over: it has no =; lines there read KEY=VALUE",
                        "warning: line 3 of '" + file()
                                + "' is passed over: it has no key before the =; lines there read KEY=VALUE",
                        "warning: line 4 of '" + file()
                                + "' is passed over: a \\u in it is not followed by four hexadecimal digits;"
                                + " lines there read KEY=VALUE");
    }

    @Test
    void readsLinesThatGoOnTheByteOrderMarkAndForeignLineEnds() throws IOException {
        write("\uFEFFalias.a=vault \\\r\n    list\r\n#c\\\r\nset.output=json\r\n");
        ConfigFile config = open();
        assertThat(config.get("alias.a")).isEqualTo("vault list");
        assertThat(config.get("set.output")).isEqualTo("json");
        assertThat(warnings).isEmpty();
    }

    @Test
    void ofTwoLinesWithOneKeyTheLastHoldsAndIsTheOneThatChanges() throws IOException {
        write("a=1\na=2\n");
        ConfigFile config = open();
        assertThat(config.get("a")).isEqualTo("2");
        config.save("a", "3");
        assertThat(open().get("a")).isEqualTo("3");
        config.forget("a");
        assertThat(file()).isEmptyFile();
    }

    @Test
    void aFileThatIsNoneIsSaidOnceAndLeftAlone() throws IOException {
        Files.createDirectory(file());
        refuses("it is a directory");
        Files.delete(file());
        Files.write(file(), new byte[10_000_000]);
        refuses("it is longer than 1 MB");
        Files.write(file(), "a=1\nb=\u00fc\n".getBytes(StandardCharsets.ISO_8859_1));
        refuses("line 2 is no UTF-8");
        assertThat(Files.readAllBytes(file())).hasSize(8);
    }

    private void refuses(String why) {
        warnings.clear();
        ConfigFile config = open();
        assertThat(config.get("a")).isNull();
        assertThat(config.get("b")).isNull();
        assertThat(config.unreadable()).isEqualTo(why);
        assertThat(warnings)
                .containsExactly("warning: '" + file() + "' is passed over: " + why
                        + "; until that is put right, changes are refused and nothing is saved");
        assertThatThrownBy(() -> config.save("a", "1"))
                .isInstanceOf(DpshException.Refused.class)
                .hasMessageContaining(why);
    }

    @Test
    void aPlaceThatCannotBeWrittenRefusesTheSave() throws IOException {
        Path blocked = Files.createFile(directory.resolve("blocked"));
        ConfigFile config = new ConfigFile(Home.of(blocked.resolve("home"), Map.of()), warnings::add);
        assertThat(config.get("a")).isNull();
        assertThatThrownBy(() -> config.save("a", "1"))
                .isInstanceOf(DpshException.Refused.class)
                .hasMessageContaining("'" + blocked + "' is a file where a directory belongs");
    }

    @Test
    void whatAnotherShellChangedIsSeenWhenAskedFor() throws IOException {
        ConfigFile config = open();
        assertThat(config.get("a")).isNull();
        open().save("a", "1");
        assertThat(config.get("a")).isNull();
        config.refresh();
        assertThat(config.get("a")).isEqualTo("1");
        Files.delete(file());
        config.refresh();
        assertThat(config.get("a")).isNull();
    }

    /** Goes red when a save writes what the shell read at its start instead of what the file holds now. */
    @Test
    void manyShellsAtOnceLoseNothing() {
        Stream<CompletableFuture<Void>> shells = IntStream.range(0, 8)
                .mapToObj(shell -> CompletableFuture.runAsync(() -> {
                    ConfigFile config = open();
                    config.get("a");
                    for (int i = 0; i < 10; i++) {
                        config.save("k" + shell + "." + i, "v");
                    }
                }));
        shells.toList().forEach(CompletableFuture::join);
        assertThat(open().below("k")).hasSize(80);
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aLinkedFileStaysWhereItIsKept() throws IOException {
        Path kept = Files.writeString(directory.resolve("dotfiles"), "a=1\n");
        Files.createSymbolicLink(file(), kept);
        open().save("b", "2");
        assertThat(file()).isSymbolicLink();
        assertThat(kept).hasContent("a=1\nb=2");
    }
}
