package dpsh.client;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.ServiceClock;
import dpsh.backup.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking about operations that nobody waits for: never beside somebody who does, and never sooner than the service wants. */
class LookingAsideTest {
    private static final String STATUS = "GET " + ClientBench.STATUS;

    @TempDir
    Path home;

    private ClientBench bench;

    @BeforeEach
    void open() {
        bench = new ClientBench(home);
        bench.arm
                .on(
                        "PUT " + ClientBench.INSTANCE,
                        ScriptedArm.empty(202)
                                .addHeader("Azure-AsyncOperation", bench.arm.root() + ClientBench.STATUS)
                                .addHeader("Retry-After", "30"))
                .on("GET " + ClientBench.INSTANCE, ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Operation create() {
        Operation operation = bench.service.operations().create(ClientBench.VAULT, ClientBench.DISK);
        assertThat(operation).isNotNull();
        return operation;
    }

    private int polls() {
        return bench.arm.arrived(STATUS).size();
    }

    @Test
    void nothingIsAskedBeforeItsTime() {
        bench.arm.on(STATUS, ScriptedArm.status("Inprogress"));
        Operation operation = create();
        bench.clock.advance(Duration.ofSeconds(29));
        assertThat(operation.lookAside()).isNull();
        assertThat(polls()).isZero();
        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(operation.lookAside()).isInstanceOf(Outcome.StillRunning.class);
        assertThat(operation.lookAside()).isNull();
        assertThat(polls()).isOne();
    }

    /** Red without {@code Attendance.beginAside} looking for who waits: both would ask. */
    @Test
    void whileACommandWaitsForItNothingIsAskedAside() {
        bench.arm.on(STATUS, ScriptedArm.status("Inprogress"), ScriptedArm.status("Succeeded"));
        Operation awaited = create();
        Operation other = bench.service.bulk().operations().pickUp(awaited.number());
        List<@Nullable Outcome> aside = new ArrayList<>();
        awaited.await(Duration.ofHours(1), running -> {
            bench.clock.advance(Duration.ofMinutes(10));
            aside.add(other.lookAside());
        });
        assertThat(aside).containsExactly((Outcome) null);
        assertThat(polls()).isEqualTo(2);
        assertThat(other.wasTold()).isTrue();
    }

    /** Red without {@code Operation.heed}: each shell on a home would ask at the full pace. */
    @Test
    void whatAnotherShellAskedIsNotAskedAgainAtOnce() {
        bench.arm.on(STATUS, ScriptedArm.status("Inprogress"));
        Operation ours = shell().pickUp(create().number());
        Operation theirs = shell().pickUp(ours.number());
        bench.clock.advance(Duration.ofSeconds(30));
        assertThat(theirs.lookAside()).isNotNull();
        assertThat(ours.lookAside()).isNull();
        assertThat(polls()).isOne();
        bench.clock.advance(Duration.ofSeconds(31));
        assertThat(ours.lookAside()).isNotNull();
        assertThat(polls()).isEqualTo(2);
    }

    /** The operations of a shell of its own on the same home; its clock runs like the wall's. */
    private Operations shell() {
        ServiceClock real = new ServiceClock() {
            @Override
            public Instant now() {
                return bench.clock.now();
            }

            @Override
            public void sleep(Duration serviceTime) throws InterruptedException {
                bench.clock.sleep(serviceTime);
            }

            @Override
            public Duration toWallTime(Duration serviceTime) {
                return serviceTime;
            }
        };
        return new Operations(
                bench.service.backup(),
                bench.service.roles(),
                bench.log,
                bench.service.world(),
                real,
                new Attendance());
    }

    @Test
    void anEndSeenAsideWasToldByNobody() {
        bench.arm.on(STATUS, ScriptedArm.status("Succeeded"));
        Operation operation = create();
        bench.clock.advance(Duration.ofSeconds(30));
        assertThat(operation.lookAside()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(operation.wasTold()).isFalse();
        assertThat(operation.lookAside()).as("it has ended").isNull();
    }
}
