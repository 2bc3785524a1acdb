package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dpsh.sandbox.fault.ErrorTable;
import dpsh.sandbox.fault.OperationNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code of the error table, ordered by {@code code X}, at an operation that it belongs to. */
class FaultCodesTest {
    private static Wire wire;

    @BeforeAll
    static void start() {
        wire = new Wire(Wire.options().withThrottling(false));
        wire.grant();
    }

    @AfterAll
    static void stop() {
        wire.close();
    }

    static Collection<ErrorTable.Entry> entries() {
        return ErrorTable.load().entries();
    }

    private static Wire.Reply send(String operation) {
        return switch (operation) {
            case "validateForBackup" -> wire.validate(Wire.diskProtection());
            case "putInstance" -> wire.protect("one", Wire.diskProtection());
            case "deleteInstance" -> wire.delete(Wire.instance("one", Wire.NEW));
            case "putPolicy" -> wire.put(Wire.vault("/backupPolicies/p", Wire.NEW), "{}");
            case "deletePolicy" -> wire.delete(Wire.vault("/backupPolicies/p", Wire.NEW));
            case "putVault" -> wire.put(Wire.vault("", Wire.NEW), "{}");
            case "deleteVault" -> wire.delete(Wire.vault("", Wire.NEW));
            case "getInstance" -> wire.get(Wire.instance("one", Wire.NEW));
            case "putGroup" -> wire.put(Wire.SNAPSHOTS + "?api-version=2021-04-01", "{}");
            case "putRoleAssignment" ->
                wire.assign(Wire.DISK, "11111111-0000-0000-0000-000000000009", Wire.READER, wire.principal());
            default -> wire.send("POST", Wire.instance("one/" + operation, Wire.NEW), "{}", Map.of());
        };
    }

    /** The operation to send: one that can fail later when the code wants that and there is one. */
    private static String operation(ErrorTable.Entry entry) {
        for (String wanted : List.of("validateForBackup", "putInstance", "getInstance", "putVault")) {
            if (entry.on().isEmpty() || entry.on().contains(wanted)) {
                return wanted;
            }
        }
        return entry.on().stream().sorted().findFirst().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyCodeIsReached(ErrorTable.Entry entry) {
        String operation = operation(entry);
        boolean answersWithoutRoute =
                !entry.later() || List.of("validateForBackup", "putInstance").contains(operation);
        wire.sandbox.faults().clear();
        wire.sandbox
                .faults()
                .add("code " + entry.code() + " times=1 on=" + (answersWithoutRoute ? operation : "getVault"));

        Wire.Reply reply = answersWithoutRoute ? send(operation) : wire.get(Wire.vault("", Wire.NEW));

        if (entry.later() && OperationNames.isAsynchronous(operation) && answersWithoutRoute) {
            assertThat(reply.status()).as(reply.raw().body()).isIn(201, 202);
            wire.pass(60);
            JsonNode status = wire.follow(reply.header("Azure-AsyncOperation")).body();
            assertThat(status.path("status").asText()).isEqualTo("Failed");
            assertProvider(entry, status.path("error"));
        } else {
            assertThat(reply.status()).isEqualTo(entry.status());
            assertThat(reply.header("x-ms-error-code")).isEqualTo(entry.code());
            assertThat(reply.header("x-ms-correlation-request-id")).isNotEmpty();
            if (entry.provider()) {
                assertProvider(entry, reply.body().path("error"));
            } else {
                assertThat(reply.body().path("error").path("message").asText()).isEqualTo(entry.message());
                assertThat(reply.body().path("error").has("additionalInfo")).isFalse();
            }
            boolean throttled = entry.status() == 429 || entry.status() == 503;
            assertThat(reply.header("Retry-After")).isEqualTo(throttled ? "10" : "");
            assertThat(reply.header("WWW-Authenticate").isEmpty()).isEqualTo(entry.status() != 401);
        }
        assertThat(wire.sandbox.faults().list()).as("it happened once").isEmpty();
    }

    private static void assertProvider(ErrorTable.Entry entry, JsonNode error) {
        JsonNode info = error.path("additionalInfo").path(0).path("info");
        assertThat(error.path("code").asText()).isEqualTo(entry.code());
        assertThat(info.path("message").asText()).isEqualTo(entry.message());
        assertThat(info.path("recommendedAction").path(0).asText()).isEqualTo(entry.action());
        assertThat(info.path("properties").path("ActivityId").asText()).isNotEmpty();
    }
}
