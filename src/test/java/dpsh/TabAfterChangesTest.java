package dpsh;

import static dpsh.shell.VirtualScreen.CTRL_U;
import static dpsh.shell.VirtualScreen.TAB;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dpsh itself has changed Tab knows at once: nobody has to list it, and nothing waits for the next refresh. */
class TabAfterChangesTest {
    private static final String DISK = " disk-dev-01 --policy DiskBackup-Policy --snapshot-group snapshot-rg";

    @TempDir
    Path directory = Path.of("");

    private Dpsh dpsh;

    @BeforeEach
    void start() {
        dpsh = Dpsh.atSeeds();
    }

    @AfterEach
    void stop() {
        dpsh.close();
    }

    /** Nothing is listed here, and the index is too young to be refreshed: only what the lines before have kept is known. */
    private void standing(String expected) {
        try (TypedShell shell = TypedShell.at(
                dpsh.sandbox(), dpsh.home(), "--speed", String.valueOf(Dpsh.SPEED), "--vault", "testBkpVault")) {
            shell.type("datasource show disk disk-dev-" + TAB).awaitText("disk-dev-01");
            shell.type(CTRL_U + "datasource show disk d" + TAB).await(text -> text.replaceAll(" +", " ")
                    .contains("disk-dev-01 (disk, westus, " + expected + ", StandardSSD_LRS)"));
        }
    }

    @Test
    void whatWasProtectedAndDeletedStandsSoUnderTab() {
        dpsh.atVault("refresh").ends(0);
        standing("not protected");
        dpsh.atVault("protect disk" + DISK + " --grant").ends(0);
        standing("protected");
        dpsh.atVault("instance delete disk-dev-01 --yes").ends(0);
        standing("not protected");
        dpsh.atVault("instance create disk" + DISK).ends(0);
        standing("protected");
    }

    @Test
    void whatARunProtectedStandsSoUnderTab() {
        dpsh.atVault("refresh").ends(0);
        String plan = directory + "/plan";
        dpsh.atVault("plan disks" + DISK + " --save " + plan).ends(0);
        dpsh.atVault("apply " + plan + " --grant").ends(0);
        standing("protected");
        try (TypedShell shell = TypedShell.at(
                dpsh.sandbox(), dpsh.home(), "--speed", String.valueOf(Dpsh.SPEED), "--vault", "testBkpVault")) {
            shell.type("instance show disk-dev" + TAB)
                    .await(text -> text.matches("(?s).*instance show disk-dev-01-\\S+.*"));
            assertThat(shell.isOpen()).isTrue();
        }
    }
}
