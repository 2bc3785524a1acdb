package dpsh.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dpsh.InProcess;
import dpsh.wire.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 12: never JSON by hand. That the bodies are the articles' is {@code dpsh.wire.ArticleBodiesTest}'s, and what is said of
 * a file that is wrong is {@code dpsh.wire.BodyFileTest}'s.
 *
 * <p>Red, each tried: {@code ArmExchange.send} sending validations in spite of {@code showOnly}; sending changes;
 * {@code Desk.end} printing nothing; {@code Protection.validate} stopping at a request that was only shown;
 * {@code BodyFile} filling in what is missing.
 */
class Law12NeverJsonByHandTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BUILD =
            "instance build disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg";

    @TempDir
    Path home;

    private Rehearsal rehearsal;

    @BeforeEach
    void open() {
        rehearsal = new Rehearsal(home);
    }

    @AfterEach
    void close() {
        rehearsal.close();
    }

    @Test
    void buildPrintsTheBodyThatValidateTakes() throws Exception {
        InProcess.Ended built = rehearsal.lines(BUILD);
        assertThat(built.code()).as(built.toString()).isZero();
        JsonNode article = JSON.readTree(Sample.of("articles/disk-validate-request.json")
                .text()
                .replaceAll("/subscriptions/[x-]+/", Rehearsal.SUBSCRIPTION + "/")
                .replace("resourcegroups/snapshot-rg", "resourceGroups/snapshot-rg"));
        assertThat(JSON.readTree(built.out())).isEqualTo(article);
    }

    @Test
    void showRequestPrintsEveryChangeAndValidationInOrderAndSendsNone() throws Exception {
        rehearsal.refuseChanges();
        rehearsal.refuseValidations();
        InProcess.Ended ended = rehearsal.lines(Rehearsal.PROTECT + " --show-request -o json");
        assertThat(ended.code()).as(ended.toString()).isZero();
        JsonNode requests = JSON.readTree(ended.out());
        assertThat(requests).hasSize(4);
        assertThat(requests.findValuesAsText("method")).containsExactly("PUT", "PUT", "POST", "PUT");
        List<String> urls = requests.findValuesAsText("url");
        assertThat(urls.get(0))
                .startsWith(rehearsal.sandbox.endpoint() + Rehearsal.DISK
                        + "/providers/Microsoft.Authorization/roleAssignments/");
        assertThat(urls.get(1)).contains("/resourceGroups/snapshot-rg/providers/Microsoft.Authorization/");
        assertThat(urls.get(2))
                .isEqualTo(
                        rehearsal.sandbox.endpoint() + Rehearsal.VAULT + "/validateForBackup?api-version=2025-07-01");
        assertThat(urls.get(3))
                .isEqualTo(rehearsal.sandbox.endpoint() + Rehearsal.VAULT
                        + "/backupInstances/msdiskbackup-b2301e49-5828-5807-abca-c896636d1b23?api-version=2025-07-01");
        assertThat(requests.get(0).at("/body/properties/principalType").asText())
                .isEqualTo("ServicePrincipal");
        JsonNode built = JSON.readTree(rehearsal.lines(BUILD).out());
        assertThat(requests.get(2).get("body")).isEqualTo(built);
        assertThat(requests.get(3).at("/body/properties")).isEqualTo(built.get("backupInstance"));
        InProcess.Ended nothing = rehearsal.lines("operation list");
        assertThat(nothing.err()).as(nothing.toString()).contains("no operations");
    }

    @Test
    void showRequestSendsReads() {
        InProcess.Ended ended = rehearsal.lines("policy list --show-request", "policy show no-such --show-request");
        assertThat(ended.out())
                .as(ended.toString())
                .contains("DiskBackup-Policy")
                .doesNotContain("GET ");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void showRequestShowsADeletionWithoutAskingAndKeepsTheInstance() {
        assertThat(rehearsal.lines(Rehearsal.PROTECT).code()).isZero();
        rehearsal.refuseChanges();
        InProcess.Ended ended =
                rehearsal.lines("instance delete msdiskbackup --show-request", "instance list -o jsonl");
        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out().lines().findFirst().orElse(""))
                .startsWith(
                        "DELETE " + rehearsal.sandbox.endpoint() + Rehearsal.VAULT + "/backupInstances/msdiskbackup-");
        assertThat(ended.out()).contains("ProtectionConfigured");
    }

    @Test
    void aBodyFromAFileOrStandardInputIsTaken() throws IOException {
        String body = rehearsal.lines(BUILD).out();
        Path file = Files.writeString(home.resolve("body.json"), body);
        rehearsal.lines("permission grant disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg");
        InProcess.Ended read = rehearsal.lines("instance validate --body " + file, "instance create --body " + file);
        assertThat(read.code()).as(read.toString()).isZero();
        assertThat(read.out()).contains("ProtectionConfigured");
        InProcess.Ended piped = rehearsal.dpsh.runWithInput(
                body.replace("DiskBackup-Policy", "DiskDaily-Policy"),
                "instance",
                "validate",
                "--body",
                "-",
                "-o",
                "json");
        assertThat(piped.code()).as(piped.toString()).isEqualTo(1);
        assertThat(piped.out() + piped.err()).contains("AlreadyProtected");
    }

    @Test
    void aClearWordIsSaidAboutWhatIsWrongInABodyAndNothingIsSent() throws IOException {
        rehearsal.refuseChanges();
        rehearsal.refuseValidations();
        Path noJson = Files.writeString(
                home.resolve("blob.txt"),
                Sample.of("articles/blob-as-printed.txt").text());
        Path lacking = Files.writeString(home.resolve("lacking.json"), "{\"backupInstance\":{\"policyInfo\":{}}}");
        for (String line : List.of("instance validate", "instance create")) {
            InProcess.Ended first = rehearsal.lines(line + " --body " + noJson);
            assertThat(first.code()).as(first.toString()).isEqualTo(2);
            assertThat(first.err()).contains("is not JSON: line 1, column ", "instance build");
            InProcess.Ended second = rehearsal.lines(line + " --body " + lacking);
            assertThat(second.code()).as(second.toString()).isEqualTo(2);
            assertThat(second.err()).contains("it lacks dataSourceInfo, policyInfo.policyId");
            InProcess.Ended third = rehearsal.lines(line + " --body " + home.resolve("absent.json"));
            assertThat(third.code()).as(third.toString()).isEqualTo(2);
            assertThat(third.err()).contains("there is no such file");
        }
    }
}
