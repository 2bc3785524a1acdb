package dpsh;

import static dpsh.shell.VirtualScreen.ENTER;
import static dpsh.shell.VirtualScreen.TAB;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.docs.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pictures of the README are what the shell shows: each is typed anew and its text compared with that of the committed
 * picture. With {@code -Ddpsh.docs=write} they are drawn anew, which is what {@code scripts/screenshots} does.
 */
class PicturesTest {
    private static final boolean WRITE = "write".equals(System.getProperty("dpsh.docs"));
    private static final Path PICTURES = Path.of("docs/pictures");
    private static final String DISKS =
            "/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/RG-DiskBackup"
                    + "/providers/Microsoft.Compute/disks/";

    @TempDir
    Path home;

    @Test
    void firstMinute() throws IOException {
        try (TypedShell shell = TypedShell.open(home, 136, "--sandbox")) {
            shell.line("use vault testBkpVault");
            shell.line("permission check disk msdiskbackup --snapshot-group snapshot-rg");
            shell.line("protect disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --grant");
            compare(
                    "first-minute",
                    shell.picture("The first minute: a vault, a check, a disk that is protected", true));
        }
    }

    @Test
    void tab() throws IOException {
        try (TypedShell shell = TypedShell.open(home, 120, "--sandbox", "--speed", "600")) {
            shell.line("use vault testBkpVault");
            shell.line("policy list");
            shell.line("datasource list disk");
            shell.type("\f").await(text -> text.lines().count() == 1);
            shell.type("protect disk " + DISKS + TAB).awaitText("disk-ultra-01");
            compare("tab", shell.picture("Tab behind the beginning of a resource ID", true));
        }
    }

    @Test
    void watch() throws IOException {
        // As slow as Azure: what is drawn still runs when it is drawn.
        try (TypedShell shell = TypedShell.open(home, 110, "--sandbox", "--speed", "1")) {
            shell.resize(110, 16);
            shell.line("use vault paygVault");
            shell.line("instance backup disk-east-02 --no-wait");
            shell.line("instance sync disk-east-02 --no-wait");
            shell.type("watch" + ENTER).awaitText("job ");
            compare("watch", shell.picture("watch shows operations, jobs and runs", false));
            shell.type("q");
        }
    }

    private static void compare(String name, String svg) throws IOException {
        Path file = PICTURES.resolve(name + ".svg");
        if (WRITE) {
            Files.createDirectories(PICTURES);
            Files.writeString(file, svg);
        }
        assertThat(text(svg))
                .as(file + " is old; draw it anew: scripts/screenshots")
                .containsExactlyInAnyOrderElementsOf(text(Files.readString(file)));
    }

    /** What a picture says of itself, without what differs from run to run. */
    private static List<String> text(String svg) {
        String text = svg.substring(svg.indexOf("<desc>") + 6, svg.indexOf("</desc>"));
        return Shown.compared(text.strip()
                .replaceAll("job [0-9a-f]{8}", "job ID")
                .replaceAll("&gt;", ">")
                .replaceAll("(\\d+ min )?\\d+ s\\b", "N s")
                .replaceAll("\\b(in N s|now)(?=\\n)", "WHEN")
                .lines()
                .toList());
    }
}
