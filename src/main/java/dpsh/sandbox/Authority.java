package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.identity.Audience;
import dpsh.sandbox.identity.Principal;
import dpsh.sandbox.identity.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An authority that sign-in libraries can talk to in place of login.microsoftonline.com: it lets every application in with
 * any secret or assertion, and takes every person for the operator. It is an authority of one tenant; {@code common},
 * {@code organizations} and {@code consumers} mean that tenant too.
 */
final class Authority {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final TokenIssuer issuer;
    private final Consumer<Principal> met;

    /** @param met is told of each principal that gets a token */
    Authority(TokenIssuer issuer, Consumer<Principal> met) {
        this.issuer = issuer;
        this.met = met;
    }

    /** The answer, or null when the path is none of an authority. */
    @Nullable
    Answer answer(Call call) {
        List<String> path = call.line().segments();
        String below = String.join("/", path.subList(1, path.size())).toLowerCase(Locale.ROOT);
        boolean post = call.line().method().equals("POST");
        return switch (below) {
            case "discovery/instance" -> discovery(call);
            case "v2.0/.well-known/openid-configuration", ".well-known/openid-configuration" ->
                in(call, path.get(0), () -> configuration(call));
            case "discovery/v2.0/keys", "discovery/keys" -> keys();
            case "oauth2/v2.0/token", "oauth2/token" -> post ? in(call, path.get(0), () -> token(call)) : null;
            case "oauth2/v2.0/devicecode", "oauth2/devicecode" ->
                post ? in(call, path.get(0), () -> deviceCode(call)) : null;
            default -> null;
        };
    }

    private interface Made {
        Answer answer();
    }

    private Answer in(Call call, String tenant, Made made) {
        String given = tenant.toLowerCase(Locale.ROOT);
        boolean ours = given.equals(issuer.tenant().toLowerCase(Locale.ROOT))
                || given.equals("contoso.onmicrosoft.com")
                || given.matches("common|organizations|consumers");
        return ours
                ? made.answer()
                : refused(
                        call,
                        "invalid_tenant",
                        90002,
                        "Tenant '" + tenant + "' not found. This sandbox has the tenant " + issuer.tenant() + ".");
    }

    private Answer discovery(Call call) {
        String host = call.origin().replaceFirst("^https?://", "");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(
                "tenant_discovery_endpoint",
                call.origin() + "/" + issuer.tenant() + "/v2.0/.well-known/openid-configuration");
        body.put("api-version", "1.1");
        ObjectNode own = body.putArray("metadata").addObject();
        own.put("preferred_network", host).put("preferred_cache", host);
        own.putArray("aliases").add(host);
        return Answer.json(200, body);
    }

    private Answer configuration(Call call) {
        String base = call.origin() + "/" + issuer.tenant();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("token_endpoint", base + "/oauth2/v2.0/token");
        body.putArray("token_endpoint_auth_methods_supported")
                .add("client_secret_post")
                .add("private_key_jwt")
                .add("client_secret_basic");
        body.put("jwks_uri", base + "/discovery/v2.0/keys");
        body.putArray("response_modes_supported").add("query").add("fragment").add("form_post");
        body.putArray("subject_types_supported").add("pairwise");
        body.putArray("id_token_signing_alg_values_supported").add("HS256");
        body.putArray("response_types_supported").add("code").add("id_token");
        body.putArray("scopes_supported")
                .add("openid")
                .add("profile")
                .add("email")
                .add("offline_access");
        body.put("issuer", base + "/v2.0");
        body.put("authorization_endpoint", base + "/oauth2/v2.0/authorize");
        body.put("device_authorization_endpoint", base + "/oauth2/v2.0/devicecode");
        body.put("end_session_endpoint", base + "/oauth2/v2.0/logout");
        body.put("tenant_region_scope", "WW");
        body.put("cloud_instance_name", call.origin().replaceFirst("^https?://", ""));
        return Answer.json(200, body);
    }

    private static Answer keys() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("keys");
        return Answer.json(200, body);
    }

    private Answer deviceCode(Call call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String page = call.origin() + "/devicelogin";
        body.put("user_code", "SANDBOX00");
        body.put("device_code", "sandbox-device-code");
        body.put("verification_uri", page);
        body.put("verification_url", page);
        body.put("expires_in", 900);
        body.put("interval", 1);
        body.put("message", "This is a sandbox: the code SANDBOX00 is taken as entered, and you are the operator.");
        return Answer.json(200, body);
    }

    private Answer token(Call call) {
        Map<String, String> form = Form.of(call);
        String client = form.getOrDefault("client_id", basicClient(call));
        String grant = form.getOrDefault("grant_type", "");
        String resource =
                form.containsKey("resource") ? form.get("resource") : Audience.ofScope(form.getOrDefault("scope", ""));
        if (client.isBlank()) {
            return refused(
                    call,
                    "invalid_request",
                    900144,
                    "The request body must contain the following parameter: 'client_id'.");
        }
        return switch (grant) {
            case "client_credentials" -> application(call, form, client, resource);
            case "refresh_token",
                    "password",
                    "authorization_code",
                    "device_code",
                    "urn:ietf:params:oauth:grant-type:device_code" -> person(form, client, resource);
            case "" ->
                refused(
                        call,
                        "invalid_request",
                        900144,
                        "The request body must contain the following parameter: 'grant_type'.");
            default ->
                refused(
                        call,
                        "unsupported_grant_type",
                        70003,
                        "The app requested an unsupported grant type '" + grant + "'.");
        };
    }

    private Answer application(Call call, Map<String, String> form, String client, String resource) {
        boolean proved = form.containsKey("client_secret")
                || form.containsKey("client_assertion")
                || !basicClient(call).isEmpty();
        if (!proved) {
            return refused(
                    call,
                    "invalid_client",
                    7000216,
                    "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant"
                            + " type.");
        }
        if (!Audience.isArm(resource)) {
            return refused(
                    call,
                    "invalid_resource",
                    500011,
                    "The resource principal named " + resource + " was not found in the tenant named Contoso.");
        }
        Principal who = Principal.application(client, Caller.OPERATOR.objectId());
        met.accept(who);
        TokenIssuer.Issued issued = issuer.issue(who, resource);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("token_type", "Bearer");
        body.put("expires_in", issued.secondsLeft());
        body.put("ext_expires_in", issued.secondsLeft());
        body.put("access_token", issued.token());
        return Answer.json(200, body);
    }

    private Answer person(Map<String, String> form, String client, String resource) {
        Principal who = Principal.operator(Caller.OPERATOR.objectId(), client);
        met.accept(who);
        TokenIssuer.Issued issued = issuer.issue(who, resource.isEmpty() ? "https://management.azure.com" : resource);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("token_type", "Bearer");
        body.put("scope", form.getOrDefault("scope", ""));
        body.put("expires_in", issued.secondsLeft());
        body.put("ext_expires_in", issued.secondsLeft());
        body.put("access_token", issued.token());
        body.put("refresh_token", "sandbox-refresh-token");
        body.put("id_token", issuer.issue(who, client).token());
        String info = "{\"uid\":\"" + who.objectId() + "\",\"utid\":\"" + issuer.tenant() + "\"}";
        body.put(
                "client_info",
                Base64.getUrlEncoder().withoutPadding().encodeToString(info.getBytes(StandardCharsets.UTF_8)));
        return Answer.json(200, body);
    }

    /** The client of an {@code Authorization: Basic} header, or empty. */
    private static String basicClient(Call call) {
        String header = call.header("authorization");
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return "";
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
            return pair.substring(0, Math.max(0, pair.indexOf(':')));
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private Answer refused(Call call, String error, int code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String at = STAMP.format(call.at());
        body.put("error", error);
        body.put(
                "error_description",
                "AADSTS" + code + ": " + message + " Trace ID: " + call.requestId() + " Correlation ID: "
                        + call.correlationId() + " Timestamp: " + at);
        body.putArray("error_codes").add(code);
        body.put("timestamp", at);
        body.put("trace_id", call.requestId());
        body.put("correlation_id", call.correlationId());
        return Answer.json(error.equals("invalid_client") ? 401 : 400, body);
    }
}
