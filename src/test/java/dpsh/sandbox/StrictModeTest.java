package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Strict mode: the sandbox's own tokens only, and what the caller's roles allow. */
class StrictModeTest {
    private static final String READER_ROLE = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    private static final String CLIENT = "11112222-bbbb-3333-cccc-4444dddd5555";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-02-01T00:00:00Z"));
    private final Wire wire = new Wire(Wire.options()
            .withTokenClock(now::get)
            .withAccess(SandboxAccess.OPEN.withStrict(true).withTokenLife(Duration.ofMinutes(10))));

    @AfterEach
    void stop() {
        wire.close();
    }

    private String token(String client, String audience) {
        Wire.Reply reply = wire.send(
                "POST",
                "/common/oauth2/v2.0/token",
                "grant_type=client_credentials&client_secret=x&client_id=" + client + "&scope=" + audience
                        + "/.default",
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Authorization", ""));
        return reply.body().path("access_token").asText();
    }

    private String operator() {
        return wire.send(
                        "GET",
                        "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://management.azure.com",
                        null,
                        Map.of("Metadata", "true"))
                .body()
                .path("access_token")
                .asText();
    }

    private Wire.Reply send(String token, String method, String path, String body) {
        return wire.send(method, path, body, Map.of("Authorization", "Bearer " + token));
    }

    private Wire.Reply get(String token, String path) {
        return send(token, "GET", path, null);
    }

    @Test
    void letsTheOperatorInWithATokenOfItsOwnAndNobodyWithAnother() {
        assertThat(get(operator(), Wire.vault("", Wire.NEW)).status()).isEqualTo(200);
        Wire.Reply made = wire.get(Wire.vault("", Wire.NEW));
        assertThat(made.status()).isEqualTo(401);
        assertThat(made.errorCode()).isEqualTo("InvalidAuthenticationToken");
        String forged = operator();
        String other = forged.substring(0, forged.lastIndexOf('.') + 1) + "AAAA";
        assertThat(get(other, Wire.vault("", Wire.NEW)).errorCode()).isEqualTo("InvalidAuthenticationToken");
    }

    @Test
    void refusesATokenThatHasRunOutOnTheTokenClock() {
        String token = operator();
        now.set(now.get().plus(Duration.ofMinutes(11)));
        assertThat(get(token, Wire.vault("", Wire.NEW)).errorCode()).isEqualTo("ExpiredAuthenticationToken");
        assertThat(get(operator(), Wire.vault("", Wire.NEW)).status()).isEqualTo(200);
    }

    @Test
    void refusesWhoHasNoRoleNamingTheActionAndTheScopeEvenForWhatIsNotThere() {
        String token = token(CLIENT, "https://management.azure.com");
        assertThat(get(token, "/subscriptions?api-version=2022-12-01").body().path("value"))
                .isEmpty();
        assertThat(get(operator(), "/subscriptions?api-version=2022-12-01")
                        .body()
                        .path("value"))
                .hasSize(2);
        Wire.Reply refused = get(token, Wire.vault("", Wire.NEW));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorCode()).isEqualTo("AuthorizationFailed");
        assertThat(refused.body().path("error").path("message").asText())
                .contains(CLIENT, "'Microsoft.DataProtection/backupVaults/read'", "'" + Wire.VAULT + "'");
        assertThat(get(token, Wire.OPERATIONS + "/resourceGroups/nowhere?api-version=2021-04-01")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aReaderReadsAndDoesNotChange() {
        String token = token(CLIENT, "https://management.azure.com");
        String principal =
                dpsh.sandbox.identity.Principal.application(CLIENT, "").objectId();
        Wire.Reply assigned = send(
                operator(),
                "PUT",
                Wire.OPERATIONS + "/providers/Microsoft.Authorization/roleAssignments/"
                        + "22222222-0000-0000-0000-000000000001?api-version=2022-04-01",
                """
                {"properties":{"roleDefinitionId":"%s/providers/Microsoft.Authorization/roleDefinitions/%s",
                "principalId":"%s","principalType":"ServicePrincipal"}}""".formatted(Wire.OPERATIONS, READER_ROLE, principal));
        assertThat(assigned.status()).isEqualTo(201);
        assertThat(get(token, Wire.vault("", Wire.NEW)).status()).isEqualTo(403);
        assertThat(get(token, "/subscriptions?api-version=2022-12-01").body().path("value"))
                .hasSize(1);
        wire.pass(120);
        assertThat(get(token, Wire.vault("", Wire.NEW)).status()).isEqualTo(200);
        assertThat(get(token, Wire.vault("/backupInstances", Wire.NEW)).status())
                .isEqualTo(200);
        Wire.Reply put = send(token, "PUT", Wire.instance("x", Wire.NEW), "{}");
        assertThat(put.body().path("error").path("message").asText())
                .contains("'Microsoft.DataProtection/backupVaults/backupInstances/write'");
        Wire.Reply validate = send(token, "POST", Wire.vault("/validateForBackup", Wire.NEW), "{}");
        assertThat(validate.body().path("error").path("message").asText())
                .contains("'Microsoft.DataProtection/backupVaults/validateForBackup/action'", "'" + Wire.VAULT + "'");
    }

    @Test
    void patternsMatchWholeActionsWithoutCase() {
        assertThat(AccessCheck.matches("*/read", "Microsoft.Compute/disks/read"))
                .isTrue();
        assertThat(AccessCheck.matches("*/read", "Microsoft.Compute/disks/readme"))
                .isFalse();
        assertThat(AccessCheck.matches("microsoft.compute/DISKS/*", "Microsoft.Compute/disks/write"))
                .isTrue();
        assertThat(AccessCheck.matches("Microsoft.Compute/disks/read", "Microsoft.Compute/disks/write"))
                .isFalse();
    }

    @Test
    void theActionIsReadOffThePath() {
        assertThat(action("GET", "/subscriptions/s/resourceGroups"))
                .isEqualTo("Microsoft.Resources/subscriptions/resourceGroups/read");
        assertThat(action("PUT", "/subscriptions/s/resourceGroups/g"))
                .isEqualTo("Microsoft.Resources/subscriptions/resourceGroups/write");
        assertThat(action("GET", "/subscriptions/s/providers/Microsoft.DataProtection/locations/l/operationStatus/o"))
                .isEqualTo("Microsoft.DataProtection/locations/operationStatus/read");
        assertThat(
                        action(
                                "POST",
                                "/subscriptions/s/resourceGroups/g/providers/Microsoft.DataProtection/backupVaults/v/backupInstances/b/backup"))
                .isEqualTo("Microsoft.DataProtection/backupVaults/backupInstances/backup/action");
        assertThat(action(
                        "PUT",
                        "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/d/providers/"
                                + "Microsoft.Authorization/roleAssignments/a"))
                .isEqualTo("Microsoft.Authorization/roleAssignments/write");
    }

    private static String action(String method, String path) {
        AccessCheck.Wanted wanted = AccessCheck.wanted(RequestLine.of(method, path, ""));
        return wanted == null ? "" : wanted.action();
    }
}
