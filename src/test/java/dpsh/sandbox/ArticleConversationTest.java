package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The two articles step by step on their api-version, 2021-01-01. */
class ArticleConversationTest {
    private static final String NAME = "msdiskbackup-2dc6eb5b-d008-4d68-9e49-7132d99da0ed";
    private static final String BLOB_NAME = "msblobbackup-f2df34eb-5628-4570-87b2-0331d797c67d";
    private static final String LOCATION = Wire.OPERATIONS + "/providers/Microsoft.DataProtection/locations/westus";

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void validationIsAcceptedWithBothUrlsInTheLocation() {
        Wire.Reply accepted = wire.validate(Wire.diskProtection(), Wire.OLD);

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.raw().body()).isEmpty();
        assertThat(accepted.header("Retry-After")).isEqualTo("10");
        assertThat(accepted.header("Azure-AsyncOperation"))
                .startsWith(wire.sandbox.endpoint() + LOCATION + "/operationStatus/")
                .endsWith("==?api-version=2021-01-01");
        assertThat(accepted.header("Location"))
                .startsWith(wire.sandbox.endpoint() + LOCATION + "/operationResults/")
                .endsWith("==?api-version=2021-01-01");
        JsonNode running = wire.follow(accepted.header("Azure-AsyncOperation")).body();
        assertThat(running.path("status").asText()).isEqualTo("Inprogress");
        assertThat(running.path("endTime").asText()).isEqualTo("0001-01-01T00:00:00");
        assertThat(running.path("id").asText())
                .isEqualTo(LOCATION + "/operationStatus/" + running.path("name").asText());
    }

    @Test
    void missingPermissionIsTheArticlesBody() {
        Wire.Reply accepted = wire.validate(Wire.diskProtection(), Wire.OLD);
        wire.pass(32);

        JsonNode status = wire.follow(accepted.header("Azure-AsyncOperation")).body();

        String detail = status.path("error")
                .path("additionalInfo")
                .path(0)
                .path("info")
                .path("innerError")
                .path("additionalInfo")
                .path("DetailedNonLocalisedMessage")
                .asText();
        assertThat(detail)
                .isEqualTo("Validate for Protection failed. Exception Message: The client '" + wire.principal()
                        + "' with object id '" + wire.principal() + "' does not have authorization to perform action"
                        + " 'Microsoft.Authorization/roleAssignments/read' over scope '" + Wire.DISK
                        + "/providers/Microsoft.Authorization' or the scope is invalid. If access was recently granted,"
                        + " please refresh your credentials.");
        JsonNode article = Wire.resource("article-missing-permission.json").path("body");
        assertThat(Shape.of(status)).isEqualTo(Shape.of(article));
        assertThat(status.path("error")
                        .path("additionalInfo")
                        .path(0)
                        .path("info")
                        .path("properties")
                        .path("ActivityId")
                        .asText())
                .isEqualTo(accepted.header("x-ms-correlation-request-id"));
    }

    @Test
    void diskIsProtectedAndDeletedAsTheArticleTells() {
        wire.grant();
        Wire.Reply validation = wire.validate(Wire.diskProtection(), Wire.OLD);
        wire.pass(30);
        JsonNode verdict =
                wire.follow(validation.header("Azure-AsyncOperation")).body();
        assertThat(Shape.of(verdict)).containsExactly("id:S", "name:S", "status:S", "startTime:S", "endTime:S");
        assertThat(verdict.path("status").asText()).isEqualTo("Succeeded");
        assertThat(verdict.path("endTime").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

        Wire.Reply created = wire.protect(NAME, Wire.diskProtection(), Wire.OLD);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Retry-After")).isEqualTo("15");
        assertThat(created.header("Location")).isEmpty();
        assertThat(created.header("Content-Type")).isEqualTo("application/json");
        JsonNode article = Wire.resource("article-created.json").path("body");
        assertThat(Shape.of(created.body())).containsExactlyInAnyOrderElementsOf(Shape.of(article));
        assertThat(created.body().fieldNames().next()).isEqualTo("id");
        assertThat(wire.state(NAME)).isEqualTo("ConfiguringProtection");

        wire.pass(1);
        assertThat(wire.follow(created.header("Azure-AsyncOperation"))
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("Succeeded");
        assertThat(wire.state(NAME)).isEqualTo("ConfiguringProtection");
        wire.pass(30);
        assertThat(wire.state(NAME)).isEqualTo("ProtectionConfigured");

        Wire.Reply deleting = wire.delete(Wire.instance(NAME, Wire.OLD));
        assertThat(deleting.status()).isEqualTo(202);
        assertThat(deleting.header("Retry-After")).isEqualTo("30");
        assertThat(wire.follow(deleting.header("Location")).status()).isEqualTo(202);
        wire.pass(45);
        assertThat(wire.follow(deleting.header("Azure-AsyncOperation"))
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("Succeeded");
        assertThat(wire.follow(deleting.header("Location")).status()).isEqualTo(204);
        assertThat(wire.get(Wire.instance(NAME, Wire.OLD)).status()).isEqualTo(404);
    }

    @Test
    void blobIsProtectedWithTheArticlesOwnSpelling() {
        wire.grant();
        String spelled = Wire.blobProtection().replace("\"dataSourceInfo\"", "\"datasourceinfo\"");

        Wire.Reply created = wire.protect(BLOB_NAME, spelled, Wire.OLD);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body()
                        .path("properties")
                        .path("dataSourceInfo")
                        .path("resourceUri")
                        .asText("absent"))
                .isEmpty();
        assertThat(created.body().path("properties").path("friendlyName").asText())
                .isEqualTo("msblobbackup");
        wire.pass(31);
        assertThat(wire.state(BLOB_NAME)).isEqualTo("ConfiguringProtection");
        wire.pass(30);
        assertThat(wire.state(BLOB_NAME)).isEqualTo("ProtectionConfigured");
    }

    @Test
    void alreadyProtectedIsRefusedAtOnceWithTheArticlesBody() {
        wire.grant();
        wire.protect(BLOB_NAME, Wire.blobProtection(), Wire.OLD);

        Wire.Reply refused = wire.validate(Wire.blobProtection(), Wire.OLD);

        assertThat(refused.status()).isEqualTo(400);
        JsonNode article = Wire.resource("article-already-protected.json").path("body");
        assertThat(Shape.of(refused.body())).isEqualTo(Shape.of(article));
        JsonNode info =
                refused.body().path("error").path("additionalInfo").path(0).path("info");
        assertThat(info.path("message").asText())
                .isEqualTo("Datasource is already protected under the Backup vault " + Wire.VAULT + ".");
        assertThat(info.path("recommendedAction").path(0).asText())
                .isEqualTo("Delete the backup instance " + BLOB_NAME + " from the Backup vault " + Wire.VAULT
                        + " to re-protect the datasource in any other vault.");
        assertThat(info.path("properties").path("ActivityId").asText())
                .isEqualTo(refused.header("x-ms-correlation-request-id"));
        assertThat(refused.header("x-ms-error-code")).isEqualTo("UserErrorDppDatasourceAlreadyProtected");
    }
}
