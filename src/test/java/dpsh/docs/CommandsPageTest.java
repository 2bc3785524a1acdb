package dpsh.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsPageTest {
    @Test
    void theCommittedPageIsWhatTheCommandsSay() throws IOException {
        String page = CommandsPage.text();
        if ("write".equals(System.getProperty("dpsh.docs"))) {
            Files.writeString(CommandsPage.FILE, page);
        }
        assertThat(CommandsPage.FILE).exists();
        assertThat(Files.readString(CommandsPage.FILE))
                .as("docs/commands.md is old; write it anew: mvn -q test -Dtest=CommandsPageTest -Ddpsh.docs=write")
                .isEqualTo(page);
    }

    @Test
    void theShapesOnThePageAreWhatComes() {
        String page = CommandsPage.text();
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            dpsh.atVault(Seeds.PROTECT_BLOB).ends(0);
            has(page, "status", dpsh.run("status", "-o", "json"));
            has(page, "login", dpsh.run("whoami", "-o", "json"));
            has(page, "instance validate", dpsh.run("operation", "wait", "1", "-o", "json"));
            has(page, "permission check", dpsh.atVault("permission check blob msblobbackup -o jsonl"));
            has(page, "protect disk", dpsh.atVault(Seeds.PROTECT_BLOB + " -o jsonl"));
            has(page, "operation list", dpsh.run("operation", "list", "--limit", "1", "-o", "jsonl"));
            has(page, "explain", dpsh.run("explain", "UserErrorSnapshotRGNotFound", "-o", "json"));
            has(page, "last", dpsh.run("--keep-going", "-c", "vault show nix", "-c", "last -o json --query error"));
            has(page, "any command", dpsh.atVault("instance delete msblobbackup --show-request -o jsonl"));
        }
    }

    /** Every member that came stands, in this order, in the row that begins with this command. */
    private static void has(String page, String command, Ran ran) {
        String row = page.lines()
                .filter(line -> line.startsWith("| `" + command) || line.startsWith("| " + command))
                .filter(line -> line.contains("{\""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no shape of " + command));
        List<String> members = new ArrayList<>();
        ran.json().fieldNames().forEachRemaining(name -> members.add("\"" + name + "\""));
        assertThat(row.replaceAll(":(\\{[^{}]*}|\\[[^]]*])", ""))
                .as(ran.toString())
                .contains(String.join(",", members));
    }
}
