package dpsh.process;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.sandbox.SandboxFaults;
import dpsh.sandbox.SandboxFaults.LoseAnswer;
import dpsh.sandbox.SandboxFaults.Reset;
import dpsh.sandbox.SandboxFaults.Respond;
import dpsh.sandbox.SandboxFaults.Rewrite;
import dpsh.sandbox.SandboxFaults.Silence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The endpoint misbehaves exactly when something is created: what may have arrived is read back and not repeated blindly, what
 * did not arrive is said to have failed, and the ledger says the same afterwards.
 */
class MisbehavingChangesTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String PUT = "/backupInstances/";
    private static final String WHAT =
            "disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --vault testBkpVault";

    @TempDir
    Path homes;

    @FunctionalInterface
    private interface Check {
        void of(Azure azure, Relay relay, DpshProcess.Result result, Ledger ledger) throws IOException;
    }

    /** Carries the line out in a world with faults, then lists the operations. */
    private Callable<Object> test(String line, List<String> options, Orders orders, Check check) {
        return () -> {
            Path home = Files.createTempDirectory(homes, "home");
            try (Azure azure = Azure.misbehaving();
                    Relay relay = Relay.to(azure.endpoint())) {
                orders.on(azure.sandbox.faults());
                List<String> arguments = new ArrayList<>(List.of("--endpoint", relay.endpoint(), "--speed", "600"));
                arguments.addAll(options);
                arguments.addAll(List.of("-c", line));
                DpshProcess.Result result = DpshProcess.run(home, arguments);
                DpshProcess.Result list = DpshProcess.runHere(
                        home, List.of("--endpoint", relay.endpoint(), "-o", "json", "operation", "list"));
                assertThat(result.err()).as(result.toString()).doesNotContain("\tat ", "Exception", "<html");
                check.of(azure, relay, result, Ledger.first(list.out()));
            }
            return true;
        };
    }

    @FunctionalInterface
    private interface Orders {
        void on(SandboxFaults faults);
    }

    @Test
    void whatArrivedIsReadBackAndNotRepeated() throws Exception {
        List<Callable<Object>> tests = new ArrayList<>();
        for (SandboxFaults.Fault fault : List.of(new LoseAnswer(), new Reset(true))) {
            for (String line : List.of("protect " + WHAT, "instance create " + WHAT)) {
                tests.add(test(
                        line,
                        List.of(),
                        faults -> faults.next(1, "PUT", PUT, fault),
                        (azure, relay, result, ledger) -> {
                            assertThat(result.code()).as(fault + " " + result).isZero();
                            assertThat(relay.changes()).hasSize(1);
                            assertThat(azure.statesOf("msdiskbackup")).containsExactly("ProtectionConfigured");
                            assertThat(ledger.open()).isEmpty();
                        }));
            }
        }
        Lanes.run(tests);
    }

    @Test
    void whatDidNotArriveIsSentOnceMoreByProtect() throws Exception {
        List<Callable<Object>> tests = new ArrayList<>();
        for (SandboxFaults.Fault fault : List.of(
                new Reset(false),
                new Respond(500, JSON, "{\"error\":{\"code\":\"InternalServerError\",\"message\":\"Oops\"}}"),
                new Respond(502, Map.of("Content-Type", "text/html"), "<html>Bad gateway</html>"))) {
            tests.add(test(
                    "protect " + WHAT,
                    List.of(),
                    faults -> faults.next(1, "PUT", PUT, fault),
                    (azure, relay, result, ledger) -> {
                        assertThat(result.code()).as(fault + " " + result).isZero();
                        assertThat(relay.changes()).hasSize(2);
                        assertThat(azure.statesOf("msdiskbackup")).containsExactly("ProtectionConfigured");
                        assertThat(ledger.open()).isEmpty();
                        assertThat(ledger.of("BackupInstances_CreateOrUpdate").stream()
                                        .map(Ledger.Row::state))
                                .containsExactly("succeeded", "without effect");
                    }));
        }
        Lanes.run(tests);
    }

    @Test
    void aServiceThatAlwaysFailsIsAskedTwiceAndNoMore() throws Exception {
        Respond oops = new Respond(500, JSON, "{\"error\":{\"code\":\"InternalServerError\",\"message\":\"Oops\"}}");
        Lanes.run(List.of(
                test(
                        "protect " + WHAT,
                        List.of(),
                        faults -> faults.always("PUT", PUT, oops),
                        (azure, relay, result, ledger) -> {
                            assertThat(result.code()).as(result.toString()).isEqualTo(1);
                            assertThat(result.out()).contains("failed");
                            assertThat(relay.changes()).hasSize(2);
                            assertThat(azure.statesOf("msdiskbackup")).isEmpty();
                            assertThat(ledger.open()).isEmpty();
                        }),
                test(
                        "instance create " + WHAT,
                        List.of("--timeout", "2s"),
                        faults -> faults.always("PUT", PUT, new Silence()),
                        (azure, relay, result, ledger) -> {
                            assertThat(result.code()).as(result.toString()).isEqualTo(5);
                            assertThat(result.out() + result.err()).contains("the service has no such instance so far");
                            assertThat(relay.changes()).hasSize(1);
                            assertThat(ledger.rows().stream().map(Ledger.Row::state))
                                    .containsExactly("unanswered");
                        })));
    }

    @Test
    void aServiceThatThrottlesForEverWasAskedAndRefused() throws Exception {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Retry-After", "120");
        Respond slow = new Respond(429, headers, "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Slow\"}}");
        Lanes.run(List.of(
                test(
                        "instance create " + WHAT,
                        List.of(),
                        faults -> faults.always("PUT", PUT, slow),
                        (azure, relay, result, ledger) -> {
                            assertThat(result.code()).as(result.toString()).isEqualTo(5);
                            assertThat(result.out()).isEmpty();
                            assertThat(result.err()).contains("throttles (TooManyRequests)");
                            assertThat(relay.changes()).hasSizeBetween(2, 3);
                            assertThat(ledger.open()).isEmpty();
                        }),
                test(
                        "protect " + WHAT,
                        List.of(),
                        faults -> faults.always("PUT", PUT, slow),
                        (azure, relay, result, ledger) -> {
                            assertThat(result.code()).as(result.toString()).isEqualTo(5);
                            assertThat(ledger.open()).isEmpty();
                        })));
    }

    @Test
    void aForeignOperationUrlIsNotFollowed() throws Exception {
        try (Foreigner foreigner = new Foreigner()) {
            Map<String, String> headers = Map.of(
                    "Azure-AsyncOperation", foreigner.url() + "/operationStatus/1?t=x",
                    "Location", foreigner.url() + "/operationResults/1?t=x");
            Lanes.run(List.of(
                    test(
                            "protect " + WHAT,
                            List.of(),
                            faults -> faults.always("PUT", PUT, new Rewrite(headers)),
                            (azure, relay, result, ledger) -> {
                                assertThat(result.code()).as(result.toString()).isZero();
                                assertThat(azure.statesOf("msdiskbackup")).containsExactly("ProtectionConfigured");
                                assertThat(ledger.open()).isEmpty();
                            }),
                    test(
                            "instance validate " + WHAT,
                            List.of(),
                            faults -> faults.always("POST", "/validateForBackup", new Rewrite(headers)),
                            (azure, relay, result, ledger) -> {
                                assertThat(result.code()).as(result.toString()).isEqualTo(1);
                                assertThat(result.out() + result.err())
                                        .contains("foreign origin")
                                        .doesNotContain("t=x");
                                assertThat(ledger.open()).isEmpty();
                            })));
            assertThat(foreigner.wasCalled()).isFalse();
        }
    }
}
