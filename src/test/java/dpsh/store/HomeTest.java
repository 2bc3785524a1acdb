package dpsh.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dpsh.arm.DpshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    private static final Map<String, String> ALL = Map.of(
            "DPSH_HOME", "/from/variable", "XDG_STATE_HOME", "/state", "XDG_CONFIG_HOME", "/conf", "HOME", "/users/a");

    @TempDir
    Path directory;

    @Test
    void theOptionComesFirst() {
        assertThat(Home.of(Path.of("/from/./option"), ALL))
                .isEqualTo(new Home(
                        Path.of("/from/option/config"),
                        Path.of("/from/option/history"),
                        Path.of("/from/option/dpsh.db")));
    }

    @Test
    void thenTheVariable() {
        assertThat(Home.of(null, ALL).database()).isEqualTo(Path.of("/from/variable/dpsh.db"));
    }

    @Test
    void thenTheXdgDirectoriesWhichTellStateFromConfiguration() {
        Map<String, String> xdg = Map.of("DPSH_HOME", "", "XDG_STATE_HOME", "/state", "XDG_CONFIG_HOME", "/conf");
        assertThat(Home.of(null, xdg))
                .isEqualTo(new Home(
                        Path.of("/conf/dpsh/config"), Path.of("/state/dpsh/history"), Path.of("/state/dpsh/dpsh.db")));
    }

    @Test
    void relativeXdgDirectoriesAreIgnored() {
        Map<String, String> relative = Map.of("XDG_STATE_HOME", "state", "XDG_CONFIG_HOME", "", "HOME", "/users/a");
        assertThat(Home.of(null, relative))
                .isEqualTo(new Home(
                        Path.of("/users/a/.config/dpsh/config"),
                        Path.of("/users/a/.local/state/dpsh/history"),
                        Path.of("/users/a/.local/state/dpsh/dpsh.db")));
    }

    @Test
    void aRelativeOptionIsMadeAbsolute() {
        assertThat(Home.of(Path.of("here"), Map.of()).database())
                .isEqualTo(Path.of("here", "dpsh.db").toAbsolutePath());
    }

    @Test
    void namingPlacesMakesNothing() {
        Home.of(directory.resolve("new"), Map.of());
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void theFirstWriteMakesPrivateDirectoriesAndAPrivateFile() throws IOException {
        Home home = Home.of(directory.resolve("a/b"), Map.of());
        assertThat(home.makePrivate(home.history())).isEqualTo(home.history()).isEmptyFile();
        assertThat(mode(directory.resolve("a"))).isEqualTo("rwx------");
        assertThat(mode(directory.resolve("a/b"))).isEqualTo("rwx------");
        assertThat(mode(home.history())).isEqualTo("rw-------");
    }

    @Test
    void whatOthersMayDoWithAnExistingFileIsTakenAway() throws IOException {
        Home home = Home.of(directory, Map.of());
        Files.writeString(home.config(), "kept");
        Files.setPosixFilePermissions(home.config(), PosixFilePermissions.fromString("rwxr--r--"));
        home.makePrivate(home.config());
        assertThat(mode(home.config())).isEqualTo("rw-------");
        assertThat(home.config()).hasContent("kept");
    }

    @Test
    void aFileThatItsOwnerProtectedIsNotMadeWritable() throws IOException {
        Home home = Home.of(directory, Map.of());
        Files.createFile(home.config());
        Files.setPosixFilePermissions(home.config(), PosixFilePermissions.fromString("r--r-----"));
        home.makePrivate(home.config());
        assertThat(mode(home.config())).isEqualTo("r--------");
    }

    @Test
    void saysWhichFileStandsWhereADirectoryBelongs() throws IOException {
        Path inTheWay = Files.createFile(directory.resolve("file"));
        Home home = Home.of(inTheWay, Map.of());
        DpshException.LedgerUnavailable refused =
                catchThrowableOfType(DpshException.LedgerUnavailable.class, () -> home.makePrivate(home.history()));
        assertThat(refused.what()).isEqualTo("'" + home.history() + "' cannot be written");
        assertThat(refused.why()).contains(inTheWay.toString());
        assertThat(refused.next()).isEqualTo("give another directory with --home DIR or DPSH_HOME");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
