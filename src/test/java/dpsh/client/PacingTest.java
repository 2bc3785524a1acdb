package dpsh.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dpsh.arm.DpshException;
import dpsh.arm.SubscriptionId;
import dpsh.store.OperationState;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as bulk work sees it. Red with {@code Connection.bulk} over the exchange itself instead of its bulk view. */
class PacingTest {
    @TempDir
    Path home;

    private ClientBench bench;
    private BulkService bulk;
    private SubscriptionId subscription;

    @BeforeEach
    void open() {
        bench = new ClientBench(home);
        bulk = bench.service.bulk();
        subscription = ClientBench.VAULT.subscription();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Pacing.Quota quota(Pacing.Call call) {
        return bulk.pacing().quota(subscription, call);
    }

    @Test
    void bulkWorkAndThePromptSpendTheSameBucket() {
        bench.arm.on(
                "GET " + ClientBench.INSTANCE, ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")));
        assertThat(quota(Pacing.Call.READ)).isEqualTo(new Pacing.Quota(250, 250, 25, Duration.ZERO));
        assertThat(bulk.pacing().take(subscription, Pacing.Call.READ)).isZero();
        bulk.backup().instance(ClientBench.DISK.idIn(ClientBench.VAULT));
        assertThat(quota(Pacing.Call.READ).left()).isEqualTo(249);
        bench.service.backup().instance(ClientBench.DISK.idIn(ClientBench.VAULT));
        assertThat(quota(Pacing.Call.READ).left()).isEqualTo(248);
        SubscriptionId shouted = new SubscriptionId(subscription.value().toUpperCase(java.util.Locale.ROOT));
        bulk.pacing().take(shouted, Pacing.Call.READ);
        bulk.pacing().giveBack(subscription, Pacing.Call.READ);
        assertThat(quota(Pacing.Call.READ).left()).isEqualTo(248);
    }

    @Test
    void aThrottledCreationComesBackAtOnceHadNoEffectAndSaysWhenToComeAgain() {
        bench.arm.on("PUT " + ClientBench.INSTANCE, ScriptedArm.json(429, "{}").addHeader("Retry-After", "20"));
        bulk.pacing().take(subscription, Pacing.Call.WRITE);
        DpshException.TimedOut e = catchThrowableOfType(
                DpshException.TimedOut.class, () -> bulk.operations().create(ClientBench.VAULT, ClientBench.DISK));
        assertThat(e.throttled()).isTrue();
        assertThat(e.again()).isEqualTo(Duration.ofSeconds(20));
        assertThat(bench.log.find(e.operation()).state()).isEqualTo(OperationState.NOT_SENT);
        assertThat(quota(Pacing.Call.WRITE).heldFor()).isEqualTo(Duration.ofSeconds(20));
        assertThat(bulk.pacing().take(subscription, Pacing.Call.WRITE)).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
        assertThat(quota(Pacing.Call.DELETE).heldFor()).isZero();
        assertThat(bench.clock.sleeps()).isEmpty();
    }
}
