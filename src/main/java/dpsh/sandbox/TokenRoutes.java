package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.identity.Audience;
import dpsh.sandbox.identity.Principal;
import dpsh.sandbox.identity.TokenIssuer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The doors where tokens are handed out, none of which asks for a token or an api-version of ARM: the instance metadata
 * service of a virtual machine (IMDS), the identity endpoint of App Service, an authority like Microsoft Entra ID's, and ARM's
 * own metadata about clouds. Shapes from the public documentation of each (assumed; not recorded).
 */
final class TokenRoutes {
    private static final List<String> NAMED =
            List.of("client_id", "object_id", "principal_id", "mi_res_id", "msi_res_id");

    private final TokenIssuer issuer;
    private final World world;
    private final Authority authority;

    TokenRoutes(TokenIssuer issuer, World world) {
        this.issuer = issuer;
        this.world = world;
        this.authority = new Authority(issuer, this::met);
    }

    /** The answer, or null when the call is none of this. */
    @Nullable
    Answer answer(Call call) {
        List<String> path = call.line().segments();
        if (path.isEmpty() || path.get(0).equalsIgnoreCase("subscriptions")) {
            return null;
        }
        return switch (String.join("/", path).toLowerCase(Locale.ROOT)) {
            case "metadata/identity/oauth2/token" -> machine(call);
            case "msi/token", "metadata/identity/oauth2/msi/token" -> appService(call);
            case "metadata/endpoints" -> CloudMetadata.answer(call, issuer.tenant());
            default -> authority.answer(call);
        };
    }

    /** Whoever got a token exists, so that roles can be assigned to them. */
    private void met(Principal principal) {
        synchronized (world) {
            world.directory.knows(principal.objectId());
        }
    }

    private Answer machine(Call call) {
        if (!call.header("metadata").equalsIgnoreCase("true")) {
            return refused("invalid_request", "Required metadata header not specified");
        }
        if (call.query("api-version") == null) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("error", "Bad request. api-version was not specified in the request");
            body.putArray("newest-versions").add("2023-11-15").add("2021-12-13").add("2018-02-01");
            return Answer.json(400, body);
        }
        String resource = call.query("resource");
        if (resource == null || resource.isBlank()) {
            return refused("invalid_request", "Required query variable 'resource' is missing");
        }
        if (!Audience.isArm(resource)) {
            return refused(
                    "invalid_resource",
                    "AADSTS500011: The resource principal named " + resource
                            + " was not found in the tenant named Contoso.");
        }
        Principal who = managed(call);
        if (who == null) {
            return refused("invalid_request", "Identity not found");
        }
        TokenIssuer.Issued issued = issuer.issue(who, resource);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("access_token", issued.token());
        body.put("client_id", who.applicationId());
        body.put("expires_in", Long.toString(issued.secondsLeft()));
        body.put("expires_on", Long.toString(issued.expires().getEpochSecond()));
        body.put("ext_expires_in", Long.toString(issued.secondsLeft()));
        body.put("not_before", Long.toString(issued.issued().getEpochSecond()));
        body.put("resource", resource);
        body.put("token_type", "Bearer");
        return Answer.json(200, body);
    }

    private Answer appService(Call call) {
        // Its value is made by App Service for each app; here any will do, since nobody but this machine can ask.
        if (call.header("x-identity-header").isEmpty()) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("statusCode", 401).put("message", "The header X-IDENTITY-HEADER is missing.");
            return Answer.json(401, body);
        }
        String resource = call.query("resource");
        if (resource == null || !Audience.isArm(resource)) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("statusCode", 400).put("message", "The resource '" + resource + "' is none that has tokens here.");
            return Answer.json(400, body);
        }
        Principal who = managed(call);
        if (who == null) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("statusCode", 400).put("message", "No User Assigned or Delegated Managed Identity found.");
            return Answer.json(400, body);
        }
        TokenIssuer.Issued issued = issuer.issue(who, resource);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("access_token", issued.token());
        body.put("expires_on", Long.toString(issued.expires().getEpochSecond()));
        body.put("resource", resource);
        body.put("token_type", "Bearer");
        body.put("client_id", who.applicationId());
        return Answer.json(200, body);
    }

    /**
     * The system-assigned identity is the operator. A user-assigned one is named in one of several ways and must be there;
     * null when it is not.
     */
    private @Nullable Principal managed(Call call) {
        for (String name : NAMED) {
            String given = call.query(name);
            if (given != null && !given.isBlank()) {
                return given.equalsIgnoreCase(Principal.OPERATOR_APPLICATION) ? operator() : user(given);
            }
        }
        return operator();
    }

    private @Nullable Principal user(String named) {
        synchronized (world) {
            for (UserIdentity identity : world.identities.all()) {
                boolean found = identity.clientId().equalsIgnoreCase(named)
                        || identity.principalId().equalsIgnoreCase(named)
                        || identity.id().text().equalsIgnoreCase(named);
                if (found) {
                    return new Principal(identity.principalId(), identity.clientId(), false);
                }
            }
            return null;
        }
    }

    private static Principal operator() {
        return Principal.application(Principal.OPERATOR_APPLICATION, Caller.OPERATOR.objectId());
    }

    private static Answer refused(String error, String description) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return Answer.json(400, body.put("error", error).put("error_description", description));
    }
}
