package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.sandbox.SandboxEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sandbox estate}: made, started with, copied. */
class EstateCommandTest {
    @TempDir
    private Path home;

    private Ran run(String... arguments) {
        return Dpsh.bare(home, "", List.of(arguments));
    }

    private Path estate() throws IOException {
        Ran made = run(
                "sandbox",
                "estate",
                "--disks",
                "12",
                "--groups",
                "2",
                "--accounts",
                "4",
                "--vaults",
                "2",
                "--subscriptions",
                "2");
        assertThat(made.code()).as(made.toString()).isZero();
        return Files.writeString(home.resolve("estate.json"), made.out());
    }

    @Test
    void aSandboxStartsWithIt() throws IOException {
        Ran listed = run("--sandbox", "--estate", estate().toString(), "-o", "jsonl", "datasource", "list", "disk");
        assertThat(listed.code()).as(listed.toString()).isZero();
        assertThat(listed.out().lines()).hasSize(12);
    }

    @Test
    void exportIsTheSameFileAgain() throws IOException {
        Path file = estate();
        SandboxEstate estate = SandboxEstate.load(Files.newInputStream(file));
        try (Dpsh dpsh = Dpsh.at(estate)) {
            Ran exported = dpsh.run("sandbox", "estate", "export");
            assertThat(exported.code()).as(exported.toString()).isZero();
            assertThat(exported.out()
                            .lines()
                            .map(line -> line.replaceFirst(",$", ""))
                            .sorted())
                    .isEqualTo(Files.readString(file)
                            .lines()
                            .map(line -> line.replaceFirst(",$", ""))
                            .sorted()
                            .toList());
            Ran anonymous = dpsh.run("sandbox", "estate", "export", "--anonymize");
            assertThat(anonymous.out()).contains("disk-00001").doesNotContain("billing");
        }
    }

    @Test
    void aFileThatIsNoneIsRefusedWithThePlace() throws IOException {
        Path file = Files.writeString(home.resolve("bad.json"), "{\"format\":1,\"tenant\":\"t\",\"disks\":[{}]}");
        Ran ran = run("--sandbox", "--estate", file.toString(), "vault", "list");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("disks[0].id");
        assertThat(run("--sandbox", "--estate", "/nowhere/x.json", "vault", "list")
                        .err())
                .contains("there is no such file");
        assertThat(run("sandbox", "estate", "--disks", "-1").code()).isEqualTo(2);
        assertThat(run("--estate", file.toString(), "vault", "list").code()).isEqualTo(2);
    }
}
