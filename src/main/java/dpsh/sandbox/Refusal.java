package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request is refused: by ARM, with its plain envelope, or by the Data Protection service, with its own. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private final transient @Nullable DppError finding;

    private @Nullable String target;
    private transient List<ObjectNode> details = List.of();

    private Refusal(int status, String code, String message, @Nullable DppError finding) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.finding = finding;
    }

    /** ARM's {@code {"error":{"code","message"}}}. */
    static Refusal arm(int status, String code, String message) {
        return new Refusal(status, code, message, null);
    }

    /** The service's UserFacingError envelope. */
    static Refusal dpp(int status, DppError finding) {
        return new Refusal(status, finding.code(), finding.message(), finding);
    }

    /**
     * The service's 404 for what a vault does not have: a short envelope without additionalInfo (az recording
     * backup_instance_softdelete, 2026-08).
     */
    static Refusal notFound() {
        DppError finding = Findings.notFound();
        return new Refusal(404, finding.code(), finding.message(), null)
                .with("Content-Type", "application/json")
                .with("Content-Language", "en-US");
    }

    /** A second change while one is under way (ARM's resource provider contract; the code is assumed). */
    static Refusal busy(ArmId id) {
        return arm(
                409,
                "AnotherOperationInProgress",
                "Another operation on " + id + " is in progress. Please try again later.");
    }

    /** A type or action of Microsoft.DataProtection that this version does not have yet. */
    static Refusal typeNotInVersion(String type, ApiVersion version) {
        return arm(
                404,
                "InvalidResourceType",
                "The resource type '" + type
                        + "' could not be found in the namespace 'Microsoft.DataProtection' for api" + " version '"
                        + version.text() + "'.");
    }

    static Refusal resourceNotFound(ArmId id) {
        return arm(
                404,
                "ResourceNotFound",
                "The Resource '" + id.type() + "/" + id.name() + "' under resource group '" + id.group()
                        + "' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix");
    }

    static Refusal parentNotFound(String childType, ArmId parent) {
        return arm(
                404,
                "ParentResourceNotFound",
                "Failed to perform 'read' on resource(s) of type '" + childType + "', because the parent resource '"
                        + parent + "' could not be found.");
    }

    static Refusal contentNotJson(String why) {
        return arm(
                400,
                "InvalidRequestContent",
                "The request content was invalid and could not be deserialized: '" + why + "'.");
    }

    /** Names what the error is about. */
    Refusal at(String named) {
        target = named;
        return this;
    }

    /** Adds the details of ARM's envelope. */
    Refusal detailed(List<ObjectNode> more) {
        details = List.copyOf(more);
        return this;
    }

    Refusal with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /**
     * The answer. An {@code Accept} with a charset turns the service's own 400 into a 406 without a body
     * (hashicorp/terraform-provider-azurerm issue 33194).
     */
    Answer answer(Call call) {
        if (status == 400
                && finding != null
                && call.header("accept").toLowerCase(Locale.ROOT).contains("charset=")) {
            return Answer.empty(406);
        }
        Answer answer = Answer.json(status, finding != null ? finding.response(call.correlationId()) : plain());
        headers.forEach(answer::with);
        return answer.with("x-ms-error-code", code);
    }

    private ObjectNode plain() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error").put("code", code).put("message", getMessage());
        if (target != null) {
            error.put("target", target);
        } else if (headers.containsKey("Content-Language")) {
            error.putNull("target").putNull("details");
        }
        if (!details.isEmpty()) {
            error.putArray("details").addAll(details);
        }
        return body;
    }
}
