package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code GET /metadata/endpoints}: how tools learn where a cloud's endpoints are ({@code az cloud register
 * --endpoint-resource-manager}, Terraform's metadata host). Three shapes by api-version: the small object of Azure Stack, a
 * list of clouds from 2019, an object with resource identifiers from 2022 (from what clients read; assumed).
 */
final class CloudMetadata {
    private static final String ARM = "https://management.azure.com/";

    private CloudMetadata() {}

    static Answer answer(Call call, String tenant) {
        String version = call.query("api-version");
        if (version == null) {
            return Refusal.arm(
                            400,
                            "MissingApiVersionParameter",
                            "The api-version query parameter (?api-version=) is required for all requests.")
                    .answer(call);
        }
        if (version.equals("1.0") || version.compareTo("2019") < 0) {
            return Answer.json(200, small(call.origin()));
        }
        ObjectNode cloud = cloud(call.origin(), tenant);
        return Answer.json(
                200,
                version.compareTo("2022-09-01") < 0
                        ? JsonNodeFactory.instance.arrayNode().add(cloud)
                        : cloud);
    }

    private static ObjectNode small(String origin) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("galleryEndpoint", origin + "/");
        json.put("graphEndpoint", "https://graph.windows.net/");
        json.put("portalEndpoint", "https://portal.azure.com/");
        ObjectNode authentication = json.putObject("authentication");
        authentication.put("loginEndpoint", origin + "/");
        authentication
                .putArray("audiences")
                .add("https://management.core.windows.net/")
                .add(ARM);
        return json;
    }

    private static ObjectNode cloud(String origin, String tenant) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("portal", "https://portal.azure.com");
        ObjectNode authentication = json.putObject("authentication");
        authentication.put("loginEndpoint", origin + "/");
        authentication
                .putArray("audiences")
                .add("https://management.core.windows.net/")
                .add(ARM);
        authentication.put("tenant", tenant);
        authentication.put("identityProvider", "AAD");
        json.put("media", "https://rest.media.azure.net");
        json.put("graphAudience", "https://graph.windows.net/");
        json.put("graph", "https://graph.windows.net/");
        json.put("name", "DpshSandbox");
        ObjectNode suffixes = json.putObject("suffixes");
        suffixes.put("storage", "core.windows.net");
        suffixes.put("keyVaultDns", "vault.azure.net");
        suffixes.put("sqlServerHostname", "database.windows.net");
        suffixes.put("azureDataLakeStoreFileSystem", "azuredatalakestore.net");
        suffixes.put("azureDataLakeAnalyticsCatalogAndJob", "azuredatalakeanalytics.net");
        suffixes.put("acrLoginServer", "azurecr.io");
        suffixes.put("mhsmDns", "managedhsm.azure.net");
        suffixes.put("storageSyncEndpointSuffix", "afs.azure.net");
        suffixes.put("mysqlServerEndpoint", "mysql.database.azure.com");
        suffixes.put("postgresqlServerEndpoint", "postgres.database.azure.com");
        json.put("batch", "https://batch.core.windows.net/");
        json.put("resourceManager", origin + "/");
        json.put(
                "vmImageAliasDoc",
                "https://raw.githubusercontent.com/Azure/azure-rest-api-specs/main/arm-compute/quickstart-templates/aliases.json");
        json.put("sqlManagement", "https://management.core.windows.net:8443/");
        json.put("microsoftGraphResourceId", "https://graph.microsoft.com/");
        json.put("logAnalyticsResourceId", "https://api.loganalytics.io");
        json.put("attestationResourceId", "https://attest.azure.net");
        json.put("synapseAnalyticsResourceId", "https://dev.azuresynapse.net");
        json.put("activeDirectoryDataLake", "https://datalake.azure.net/");
        ObjectNode identifiers = json.putObject("resourceIdentifiers");
        identifiers.put("attestation", "https://attest.azure.net");
        identifiers.put("batch", "https://batch.core.windows.net/");
        identifiers.put("logAnalytics", "https://api.loganalytics.io");
        identifiers.put("microsoftGraph", "https://graph.microsoft.com/");
        identifiers.put("synapse", "https://dev.azuresynapse.net");
        return json;
    }
}
