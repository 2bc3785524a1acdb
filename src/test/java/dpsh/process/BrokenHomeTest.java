package dpsh.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 3 where the record cannot be written: reads work and warn, whatever would change something is refused with one sentence,
 * and the service gets nothing of it.
 *
 * <p>Turned red when {@code ArmExchange.record} swallowed {@code LedgerUnavailable} for changes.
 */
class BrokenHomeTest {
    private static final String WHAT =
            "disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --vault testBkpVault";

    @TempDir
    Path directory;

    /** How dpsh is started, and where its home is; without a prefix it is not worth a process of its own. */
    private record Broken(Path home, List<String> prefix, List<String> jvm) {
        Broken(Path home) {
            this(home, List.of(), List.of());
        }

        DpshProcess.Result run(Relay relay, String... lines) {
            List<String> arguments =
                    new ArrayList<>(List.of("--endpoint", relay.endpoint(), "--speed", "600", "--keep-going"));
            for (String line : lines) {
                arguments.addAll(List.of("-c", line));
            }
            if (prefix.isEmpty()) {
                return DpshProcess.runHere(home, arguments);
            }
            try (DpshProcess process = DpshProcess.start(prefix, jvm, home, arguments)) {
                return process.end();
            }
        }
    }

    /** @param reason what the sentences say about it */
    private static void readsAndRefuses(Broken broken, String reason) {
        try (Azure azure = Azure.withRolesFor("disk-prod-01");
                Relay relay = Relay.to(azure.endpoint())) {
            DpshProcess.Result reads =
                    broken.run(relay, "vault list", "datasource list disk", "instance list --vault paygVault");
            assertThat(reads.code()).as(reads.toString()).isZero();
            assertThat(reads.out()).contains("testBkpVault", "msdiskbackup", "ProtectionConfigured");
            List<String> warnings = reads.err()
                    .lines()
                    .filter(line -> line.startsWith("warning: "))
                    .toList();
            assertThat(warnings).as(reads.toString()).hasSize(1);
            assertThat(warnings.get(0)).contains(reason).endsWith("; reading goes on, changes are refused");

            DpshProcess.Result changes = broken.run(
                    relay,
                    "protect " + WHAT + " --grant",
                    "permission grant " + WHAT,
                    "instance create " + WHAT,
                    "instance delete disk-east-02 --vault paygVault --yes");
            assertThat(changes.code()).as(changes.toString()).isEqualTo(1);
            assertThat(changes.out()).as(changes.toString()).isEmpty();
            assertThat(changes.err()).as(changes.toString()).doesNotContain("\tat ", "Exception");
            assertThat(changes.err().lines().filter(line -> line.contains(reason) && !line.startsWith("warning: ")))
                    .as(changes.toString())
                    .hasSize(4)
                    .allMatch(line ->
                            line.startsWith("the local database cannot be ") || line.contains("cannot be written"));
            assertThat(relay.changes()).isEmpty();
            assertThat(azure.statesOf("msdiskbackup")).isEmpty();
        }
    }

    @Test
    void aHomeThatIsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("home"), "mine");
        readsAndRefuses(new Broken(file), "is a file where a directory belongs");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aHomeBelowAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("home"), "mine");
        readsAndRefuses(new Broken(file.resolve("below/it")), "is a file where a directory belongs");
    }

    @Test
    void aDatabaseThatIsADirectory() throws IOException {
        Files.createDirectories(directory.resolve("dpsh.db/mine"));
        readsAndRefuses(new Broken(directory), "dpsh.db' is a directory");
        assertThat(directory.resolve("dpsh.db/mine")).isDirectory();
    }

    @Test
    void aDatabaseThatIsNone() throws IOException {
        Path file = Files.writeString(directory.resolve("dpsh.db"), "garbage ".repeat(4000));
        readsAndRefuses(new Broken(directory), "is damaged or no SQLite database");
        assertThat(file).hasContent("garbage ".repeat(4000));
    }

    /** Not even root can make a file there. */
    @Test
    void aPlaceThatCannotBeWritten() {
        readsAndRefuses(new Broken(Path.of("/proc/dpsh")), "'/proc/dpsh' cannot be made there");
    }

    @Test
    void aFullDisk() throws IOException {
        readsAndRefuses(full(directory.resolve("home"), 0), "the disk that holds");
    }

    @Test
    void aDiskThatRanFullKeepsWhatIsOnIt() throws IOException {
        Path home = directory.resolve("home");
        try (Azure azure = Azure.withRolesFor("msdiskbackup");
                Relay relay = Relay.to(azure.endpoint())) {
            DpshProcess.Result before = new Broken(home).run(relay, "instance create " + WHAT + " --no-wait");
            assertThat(before.code()).as(before.toString()).isZero();

            Broken full = full(home, 0);
            DpshProcess.Result read = full.run(relay, "operation list", "operation show 1");
            assertThat(read.code()).as(read.toString()).isZero();
            assertThat(read.out()).contains("create instance", "running");
            assertThat(read.err()).contains("This is what is on record");

            String other = WHAT.replace("msdiskbackup", "disk-dev-01");
            DpshProcess.Result changes = full.run(relay, "instance create " + other, "protect " + other + " --grant");
            assertThat(changes.code()).as(changes.toString()).isEqualTo(1);
            assertThat(relay.changes()).hasSize(1);
        }
    }

    private Broken full(Path home, int kibibytes) throws IOException {
        FullDisk disk = FullDisk.prepare(directory);
        return new Broken(home, FullDisk.prefix(kibibytes), disk.jvm());
    }
}
