package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SandboxTest {
    private static Set<Thread> serverThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sandbox-")
                        || thread.getName().startsWith("HTTP-Dispatcher")
                        || thread.getName().startsWith("idle-timeout-task"))
                .collect(Collectors.toSet());
    }

    @Test
    void closingLeavesNoThreadAndMayBeRepeated() throws InterruptedException {
        Set<Thread> before = serverThreads();
        Wire wire = new Wire();
        assertThat(wire.get(Wire.vault("", Wire.NEW)).status()).isEqualTo(200);
        Set<Thread> own = serverThreads();
        own.removeAll(before);
        assertThat(own).isNotEmpty().allMatch(Thread::isDaemon);

        wire.close();
        wire.close();

        for (Thread thread : own) {
            thread.join(10_000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
        assertThatThrownBy(() -> wire.exchange("GET", "/subscriptions", null, Map.of()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void endpointIsLoopbackAndThePortCanBeChosen() {
        try (Sandbox first = Sandbox.start(Wire.options())) {
            int port = first.endpoint().getPort();
            assertThat(first.endpoint().toString()).isEqualTo("http://127.0.0.1:" + port);
            assertThatThrownBy(() -> Sandbox.start(SandboxOptions.serve(port)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Port " + port);
        }
    }

    @Test
    void twoSandboxesOfOneEstateAreTwoWorlds() {
        SandboxOptions options = Wire.options().withEstate(SandboxEstate.seeds());
        try (Wire one = new Wire(options);
                Wire two = new Wire(options)) {
            one.protect("mine", Wire.diskProtection());

            assertThat(one.get(Wire.instance("mine", Wire.NEW)).status()).isEqualTo(200);
            assertThat(two.get(Wire.instance("mine", Wire.NEW)).status()).isEqualTo(404);
        }
    }

    @Test
    void runningClockTakesAnInstanceToTheEnd() throws InterruptedException {
        try (Wire wire = new Wire(SandboxOptions.inProcess().withSpeed(5_000))) {
            wire.grant();
            wire.protect("one", Wire.diskProtection());

            wire.sandbox.clock().sleep(java.time.Duration.ofSeconds(31));

            assertThat(wire.state("one")).isEqualTo("ProtectionConfigured");
        }
    }

    @Test
    void estateThatContradictsItselfDoesNotStart() {
        SandboxEstate estate = SandboxEstate.empty("tenant").diskPolicy(Wire.VAULT, "policy", "PT4H", "P7D");

        assertThatThrownBy(() -> Sandbox.start(Wire.options().withEstate(estate)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("testBkpVault");
        assertThatThrownBy(() -> SandboxEstate.empty("tenant").disk(Wire.ACCOUNT, "westus", "Premium_LRS", 4, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        for (Runnable wrong : List.<Runnable>of(
                () -> SandboxOptions.serve(65_536),
                () -> SandboxOptions.serve(0).withSpeed(-1),
                () -> SandboxOptions.serve(0).withPageSize(0))) {
            assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
