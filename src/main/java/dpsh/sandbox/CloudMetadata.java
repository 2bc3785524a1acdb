package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /metadata/endpoints}: how tools learn where a cloud's endpoints are ({@code az cloud register
 * --endpoint-resource-manager}, Terraform's metadata host). Three shapes by api-version: the small object of Azure Stack, a
 * list of clouds from 2019, an object with resource identifiers from 2022 (from what clients read; assumed).
 */
final class CloudMetadata {
    private static final JsonMapper MAPPER = new JsonMapper();
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
        JsonNode cloud = cloud(call.origin(), tenant);
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

    /** {@code cloud.json} with this origin and tenant in it. */
    private static JsonNode cloud(String origin, String tenant) {
        try (InputStream in = CloudMetadata.class.getResourceAsStream("cloud.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return MAPPER.readTree(text.replace("{origin}", origin).replace("{tenant}", tenant));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The build lost cloud.json", unreadable);
        }
    }
}
