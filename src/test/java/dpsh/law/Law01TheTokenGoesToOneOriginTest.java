package dpsh.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.InProcess;
import dpsh.arm.DpshException;
import dpsh.backup.Outcome;
import dpsh.client.ClientBench;
import dpsh.client.Operation;
import dpsh.client.ScriptedArm;
import dpsh.sandbox.SandboxFaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Law 1: the token goes to one origin. The exchange's own part, with real tokens over http, stands in
 * {@code dpsh.rest.OneOriginLawTest}.
 *
 * <p>Red, each tried: {@code OriginGuard.resolve} without its {@code origin.same}; {@code OperationPoller.status} without
 * {@code mayFollow}; {@code Redirect.ALWAYS} in {@code HttpStack}; {@code Secrets.hiddenInUrl} returning its argument;
 * {@code OperationView.raw} with {@code asyncUrl} among its members; {@code Delivery.attempt} warning with the token's value;
 * {@code SignedUrl.presence} returning the URL; {@code Origin.parse} taking http for any host.
 */
class Law01TheTokenGoesToOneOriginTest {
    /** How every made-up token begins: the header of an unsigned JWT, base64url. */
    private static final String TOKEN = "eyJhbGciOiJub25lIi";

    /** In the signed part of every operation URL of the sandbox. */
    private static final String SIGNED = "MIIH";

    @TempDir
    Path home;

    private final ScriptedArm foreign = new ScriptedArm();
    private Rehearsal rehearsal;

    @BeforeEach
    void open() {
        rehearsal = new Rehearsal(home);
    }

    @AfterEach
    void close() {
        rehearsal.close();
        foreign.close();
    }

    private void answer(String method, String path, int status, Map<String, String> headers, String body) {
        rehearsal.faults().next(1, method, path, new SandboxFaults.Respond(status, headers, body));
    }

    private void nothingWentThere(InProcess.Ended ended) {
        assertThat(foreign.arrived()).as("requests at the foreign origin").isEmpty();
        assertThat(ended.out() + ended.err()).doesNotContain(TOKEN);
    }

    @Test
    void aNextLinkThatLeavesTheOriginIsNotFollowed() {
        String link = foreign.root() + "/more?sig=SECRET";
        answer(
                "GET",
                "/backupVaults$",
                200,
                Map.of("Content-Type", "application/json"),
                "{\"value\":[],\"nextLink\":\"" + link + "\"}");
        InProcess.Ended ended = rehearsal.dpsh.run("vault", "list", "--subscription", "Backup Operations");
        assertThat(ended.code()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.err()).contains("a foreign origin").doesNotContain("SECRET");
        nothingWentThere(ended);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        answer("GET", "/subscriptions$", status, Map.of("Location", foreign.root() + "/there?sig=SECRET"), "");
        InProcess.Ended ended = rehearsal.dpsh.run("use");
        assertThat(ended.code()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.err())
                .contains("redirect to " + foreign.root(), "not followed")
                .doesNotContain("SECRET");
        nothingWentThere(ended);
    }

    @Test
    void anAcceptedPutThatNamesAForeignOperationGoesOnByPollingTheInstance() {
        rehearsal
                .faults()
                .next(
                        1,
                        "PUT",
                        "/backupInstances/",
                        new SandboxFaults.Rewrite(Map.of("Azure-AsyncOperation", foreign.root() + "/op?s=SECRET")));
        InProcess.Ended ended = rehearsal.lines(Rehearsal.PROTECT, "operation list -o json");
        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("protected", "ProtectionConfigured").doesNotContain("SECRET");
        nothingWentThere(ended);
    }

    @Test
    void aForeignLocationIsNotFollowedEither() {
        try (ClientBench bench = new ClientBench(home.resolve("bench"))) {
            bench.arm
                    .on(
                            "PUT " + ClientBench.INSTANCE,
                            ScriptedArm.empty(202).addHeader("Location", foreign.root() + "/result"))
                    .on(
                            "GET " + ClientBench.INSTANCE,
                            ScriptedArm.json(200, ClientBench.instance("ConfiguringProtection")),
                            ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")));
            Operation operation = bench.service.operations().create(ClientBench.VAULT, ClientBench.DISK);
            assertThat(operation.await(Duration.ofHours(1), step -> {})).isInstanceOf(Outcome.Succeeded.class);
            assertThat(foreign.arrived()).isEmpty();
            assertThat(bench.arm.arrived())
                    .allSatisfy(request -> assertThat(request.headers().get("authorization"))
                            .as("its own origin does get the token")
                            .startsWith("Bearer " + TOKEN));
        }
    }

    @Test
    void aValidationThatNamesAForeignOperationIsSaidToBeUnknown() {
        rehearsal
                .faults()
                .next(
                        1,
                        "POST",
                        "validateForBackup",
                        new SandboxFaults.Rewrite(Map.of(
                                "Azure-AsyncOperation", foreign.root() + "/op", "Location", foreign.root() + "/res")));
        InProcess.Ended ended = rehearsal.lines(
                "instance validate disk msdiskbackup --policy DiskBackup-Policy" + " --snapshot-group snapshot-rg");
        assertThat(ended.code()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.out()).contains("foreign origin").doesNotContain("succeeded");
        nothingWentThere(ended);
    }

    @Test
    void plainHttpToAnotherMachineIsRefusedBeforeAnythingIsSent() {
        InProcess.Ended ended = InProcess.plain(home).run("--endpoint", "http://sandbox.example:8080", "vault", "list");
        assertThat(ended.code()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err()).contains("http is for this machine only");
    }

    @Test
    void tokensAreNowhereButInTheRequests() throws IOException {
        InProcess.Ended worked =
                rehearsal.linesWith(List.of("--trace"), Rehearsal.PROTECT, "whoami -o json", "status -o json");
        assertThat(worked.code()).as(worked.toString()).isZero();
        SandboxFaults.Respond expired = new SandboxFaults.Respond(
                401,
                Map.of("Content-Type", "application/json"),
                "{\"error\":{\"code\":\"ExpiredAuthenticationToken\"}}");
        rehearsal.faults().next(2, "GET", "/subscriptions$", expired);
        InProcess.Ended refused = rehearsal.dpsh.run("--trace", "-o", "json", "use");
        assertThat(refused.code()).as(refused.toString()).isEqualTo(4);
        String said = worked.out() + worked.err() + refused.out() + refused.err();
        assertThat(said).doesNotContain(TOKEN, "Bearer", "Authorization:");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(TOKEN)
                        .doesNotContain("Bearer");
            }
        }
    }

    @Test
    void signedQueriesAreInTheOwnersDatabaseOnly() throws IOException {
        InProcess.Ended ended = rehearsal.linesWith(
                List.of("--trace"),
                Rehearsal.PROTECT,
                "operation list -o json",
                "operation list -o jsonl",
                "operation show 3 -o json",
                "operation show 3 -o record");
        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.err()).contains("/operationStatus/", "&t=...&c=...&s=...&h=...");
        assertThat(ended.out() + ended.err()).doesNotContain(SIGNED);
        Path database = home.resolve("dpsh.db");
        assertThat(Files.readString(database, StandardCharsets.ISO_8859_1))
                .as("so that a later session can go on")
                .contains(SIGNED);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(database)))
                .isEqualTo("rw-------");
    }

    @Test
    void aHandleOnAnOperationPrintsNoSignature() {
        try (ClientBench bench = new ClientBench(home.resolve("bench"))) {
            bench.arm.on(
                    "PUT " + ClientBench.INSTANCE,
                    ScriptedArm.empty(202)
                            .addHeader(
                                    "Azure-AsyncOperation", bench.arm.root() + ClientBench.STATUS + "?t=1&s=SECRET"));
            Operation operation = bench.service.operations().create(ClientBench.VAULT, ClientBench.DISK);
            assertThat(operation.row().asyncUrl()).contains("SECRET");
            assertThat(operation.row().toString() + operation).doesNotContain("SECRET");
            assertThatThrownBy(() -> operation.await(Duration.ofSeconds(20), step -> {}))
                    .isInstanceOf(DpshException.class)
                    .satisfies(e -> assertThat(e.toString()).doesNotContain("SECRET"));
            assertThat(bench.trace).isNotEmpty().noneMatch(line -> line.contains("SECRET"));
        }
    }
}
