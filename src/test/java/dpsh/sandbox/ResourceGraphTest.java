package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResourceGraphTest {
    private static final String URL = "/providers/Microsoft.ResourceGraph/resources?api-version=";
    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    private Wire.Reply ask(String query, String options) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("query", query);
        body.putArray("subscriptions").add(Wire.OPERATIONS.substring("/subscriptions/".length()));
        body.set("options", Wire.json(options));
        return wire.post(URL + "2021-03-01", body.toString());
    }

    @Test
    void rowOfAVaultIsShapedAsRecorded() {
        Wire.Reply reply = ask(
                "resources | where type =~ 'microsoft.dataprotection/backupvaults' | where id in~ ('"
                        + Wire.VAULT.toUpperCase(Locale.ROOT) + "')",
                "{\"$top\":1000,\"$skip\":0,\"resultFormat\":\"objectArray\",\"allowPartialScopes\":false}");

        assertThat(reply.status()).isEqualTo(200);
        JsonNode body = reply.body();
        assertThat(body.path("totalRecords").asInt()).isEqualTo(1);
        assertThat(body.path("count").asInt()).isEqualTo(1);
        assertThat(body.path("resultTruncated").textValue()).isEqualTo("false");
        assertThat(body.path("facets").isArray()).isTrue();
        assertThat(body.has("$skipToken")).isFalse();
        JsonNode row = body.path("data").path(0);
        List<String> columns = new ArrayList<>();
        row.fieldNames().forEachRemaining(columns::add);
        assertThat(columns)
                .containsExactly(
                        "id",
                        "name",
                        "type",
                        "tenantId",
                        "kind",
                        "location",
                        "resourceGroup",
                        "subscriptionId",
                        "managedBy",
                        "sku",
                        "plan",
                        "properties",
                        "tags",
                        "identity",
                        "zones",
                        "extendedLocation");
        assertThat(row.path("type").asText()).isEqualTo("microsoft.dataprotection/backupvaults");
        assertThat(row.path("resourceGroup").asText()).isEqualTo("testbkpvaultrg");
        assertThat(row.path("kind").textValue()).isEmpty();
        assertThat(row.path("sku").isNull()).isTrue();
        assertThat(row.path("identity").path("type").asText()).isEqualTo("SystemAssigned");
        assertThat(reply.header("x-ms-user-quota-remaining")).isEqualTo("14");
        assertThat(reply.header("x-ms-user-quota-resets-after")).isEqualTo("00:00:05");
        assertThat(reply.header("x-ms-ratelimit-remaining-tenant-resource-requests"))
                .isEqualTo("14");
    }

    @Test
    void queryOfAzForInstancesFindsTheProtectedDisk() {
        Wire.Reply reply = ask(
                "RecoveryServicesResources | where type =~ 'microsoft.dataprotection/backupvaults/backupinstances'"
                        + "| extend vaultName = split(split(id, '/Microsoft.DataProtection/backupVaults/')[1],'/')[0]"
                        + "| extend protectionState = properties.currentProtectionState"
                        + "| extend datasourceId = properties.dataSourceInfo.resourceID"
                        + " | where properties.dataSourceInfo.datasourceType in~ ('Microsoft.Compute/disks')"
                        + " | where protectionState in~ ('ProtectionConfigured')",
                "{\"$top\":1000}");

        JsonNode row = reply.body().path("data").path(0);
        assertThat(reply.body().path("count").asInt()).isEqualTo(1);
        assertThat(row.path("vaultName").asText()).isEqualTo("paygVault");
        assertThat(row.path("datasourceId").asText()).endsWith("/disks/disk-east-02");
        assertThat(row.path("location").asText()).isEqualTo("eastus");
        JsonNode properties = row.path("properties");
        assertThat(properties
                        .path("backupInstanceExtendedProperties")
                        .path("vaultId")
                        .asText())
                .endsWith("/backupVaults/paygVault");
        assertThat(properties.get("validationType").isNull()).isTrue();
        assertThat(properties.path("dataSourceSetInfo").path("objectType").asText())
                .isEqualTo("DatasourceSet");
    }

    @Test
    void queryOfAzForJobsIsUnderstood() {
        Wire.Reply reply = ask(
                "RecoveryServicesResources | where type =~ 'microsoft.dataprotection/backupvaults/backupjobs'"
                        + "| extend vaultName = properties.vaultName| extend status = properties.status"
                        + "| extend operation = case( tolower(properties.operationCategory) startswith 'backup' and"
                        + " properties.isUserTriggered == 'true', strcat('OnDemand',properties.operationCategory),"
                        + " tolower(properties.operationCategory) startswith 'backup' and properties.isUserTriggered =="
                        + " 'false', strcat('Scheduled', properties.operationCategory), type =~"
                        + " 'microsoft.dataprotection/backupVaults/backupJobs', properties.operationCategory, 'Invalid')"
                        + "| extend datasourceId = properties.dataSourceId"
                        + "| where properties.startTime > datetime(2020-01-01T10:00:00.000Z)",
                "{}");

        assertThat(reply.status()).isEqualTo(200);
        JsonNode row = reply.body().path("data").path(0);
        assertThat(row.path("operation").asText()).isEqualTo("ScheduledBackup");
        assertThat(row.path("vaultName").asText()).isEqualTo("paygVault");
        assertThat(row.path("properties").path("duration").asText()).startsWith("00:");
        assertThat(row.path("properties").path("extendedInfo").isObject()).isTrue();
    }

    @Test
    void pagesAddUpWhileRowsComeAndGo() {
        String query = "resources | where type == 'microsoft.compute/disks' | project id, name";
        List<String> names = new ArrayList<>();
        JsonNode first = ask(query, "{\"$top\":3}").body();
        first.path("data").forEach(row -> names.add(row.path("name").asText()));
        assertThat(first.path("resultTruncated").asText()).isEqualTo("true");
        assertThat(first.path("totalRecords").asInt()).isEqualTo(7);
        wire.delete(Wire.OPERATIONS + "/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/" + names.get(0)
                + "?api-version=2023-04-02");
        String token = first.path("$skipToken").asText();
        while (!token.isEmpty()) {
            JsonNode next =
                    ask(query, "{\"$top\":3,\"$skipToken\":\"" + token + "\"}").body();
            next.path("data").forEach(row -> names.add(row.path("name").asText()));
            token = next.path("$skipToken").asText();
        }
        assertThat(names).hasSize(7).doesNotHaveDuplicates();
        JsonNode unnamed = ask("resources | project name", "{\"$top\":3}").body();
        assertThat(unnamed.path("resultTruncated").asText()).isEqualTo("true");
        assertThat(unnamed.has("$skipToken")).isFalse();
    }

    @Test
    void tablesHaveColumnsWithTypes() {
        JsonNode data = ask("resources | summarize count() by type | order by type asc", "{\"resultFormat\":\"table\"}")
                .body()
                .path("data");

        assertThat(data.path("columns").toString())
                .isEqualTo("[{\"name\":\"type\",\"type\":\"string\"},{\"name\":\"count_\",\"type\":\"integer\"}]");
        assertThat(data.path("rows").path(0).toString()).isEqualTo("[\"microsoft.compute/disks\",7]");
    }

    @Test
    void otherTablesHoldGroupsRolesAndPolicies() {
        assertThat(ask("resourcecontainers | summarize count() by type", "{}")
                        .body()
                        .path("data"))
                .hasSize(2);
        assertThat(ask(
                                "authorizationresources | where type =~ 'microsoft.authorization/roleassignments'"
                                        + " | project name, principalId = properties.principalId",
                                "{}")
                        .body()
                        .path("data")
                        .path(0)
                        .path("principalId")
                        .asText())
                .isNotEmpty();
        assertThat(ask(
                                "recoveryservicesresources | where type =~"
                                        + " 'microsoft.dataprotection/backupvaults/backuppolicies' | count",
                                "{}")
                        .body()
                        .path("data")
                        .path(0)
                        .path("Count")
                        .asInt())
                .isEqualTo(6);
    }

    @Test
    void wrongQueriesAreRefusedInTheRealEnvelope() {
        Wire.Reply reply = ask("resources | where type =~", "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorCode()).isEqualTo("BadRequest");
        JsonNode error = reply.body().path("error");
        assertThat(error.path("message").asText()).startsWith("Please provide below info when asking for support: ");
        assertThat(error.path("details").findValuesAsText("code")).containsExactly("InvalidQuery", "ParserFailure");
        assertThat(error.path("details").path(1).path("line").asInt()).isEqualTo(1);
        assertThat(error.path("details").path(1).path("characterPositionInLine").asInt())
                .isEqualTo(25);
        assertThat(wire.post(
                                URL + "2022-10-01",
                                "{\"query\":\"resources\",\"subscriptions\":[\"00000000-0000-0000-0000-000000000009\"]}")
                        .body()
                        .path("error")
                        .path("details")
                        .findValuesAsText("code"))
                .containsExactly("NoValidSubscriptionsInQueryRequest");
        assertThat(ask("resources", "{\"$top\":1001}").status()).isEqualTo(400);
    }

    @Test
    void quotaIsFifteenInFiveSeconds() {
        for (int i = 0; i < 15; i++) {
            assertThat(ask("count", "{}").status()).isEqualTo(200);
        }
        Wire.Reply refused = ask("count", "{}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.errorCode()).isEqualTo("RateLimiting");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(refused.header("x-ms-user-quota-remaining")).isEqualTo("0");
        wire.pass(5);
        assertThat(ask("count", "{}").status()).isEqualTo(200);
    }
}
