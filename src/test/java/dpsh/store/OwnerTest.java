package dpsh.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerTest {
    @TempDir
    Path directory;

    @Test
    void thisProcessIsAlive() {
        Owner self = Owner.current();
        assertThat(self.alive()).isTrue();
        assertThat(new Owner(self.pid(), null).alive()).isTrue();
    }

    @Test
    void anotherProcessThatGotTheSameNumberIsNotTheOwner() {
        Instant earlier = Instant.now().minus(Duration.ofDays(30));
        assertThat(new Owner(ProcessHandle.current().pid(), earlier).alive()).isFalse();
    }

    @Test
    void aSmallCorrectionOfTheBootTimeDoesNotMatter() {
        Owner self = Owner.current();
        assertThat(self.started()).isNotNull();
        assertThat(new Owner(self.pid(), self.started().plusSeconds(2)).alive()).isTrue();
    }

    @Test
    void aKilledProcessIsNotAlive() throws Exception {
        try (ChildProcess child = ChildProcess.start(directory, directory.toString(), "many", "1", "1")) {
            assertThat(child.line()).isEqualTo("ready");
            child.send("go");
            assertThat(child.line()).isEqualTo("1");
            child.kill();
        }
        try (LocalDatabase database = Ledgers.database(directory)) {
            assertThat(Ledgers.log(database).find(1).ownerAlive()).isFalse();
        }
    }
}
