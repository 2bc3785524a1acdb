package dpsh.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dpsh.backup.Finding;
import dpsh.backup.RoleNeed;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A plan as JSON: {@code id, madeAt, endpoint, tenant, title, scope, counts {protect, unchanged, blocked}, grants [{role,
 * scope, vault, items}], forecast {writes, reads, seconds, grantSeconds}, notes [finding], items [item]}. An item is
 * {@code number, verdict, kind, datasource, location, vault, policy, snapshotGroup, instance, standing, missing [{role,
 * scope}], findings [{severity, code, message, fix}]}. What is not there is null.
 */
public final class PlanJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanJson() {}

    /** The text is JSON, and no plan. */
    static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String message) {
            super(message);
        }
    }

    /** Everything of the plan but its items, on one line. */
    public static String head(Plan plan) {
        return text(out -> {
            out.writeStartObject();
            out.writeStringField("dpsh", "plan/1");
            writeHead(plan, out);
            out.writeEndObject();
        });
    }

    /** One item, on one line. */
    public static String item(PlanItem item) {
        return text(out -> write(item, out));
    }

    private interface Content {
        void write(JsonGenerator out) throws IOException;
    }

    private static String text(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static void write(Plan plan, JsonGenerator out) throws IOException {
        out.writeStartObject();
        writeHead(plan, out);
        out.writeArrayFieldStart("items");
        for (PlanItem item : plan.items()) {
            write(item, out);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void writeHead(Plan plan, JsonGenerator out) throws IOException {
        out.writeStringField("id", plan.id());
        out.writeStringField("madeAt", plan.madeAt().toString());
        out.writeStringField("endpoint", plan.endpoint());
        text("tenant", plan.tenant(), out);
        out.writeStringField("title", plan.title());
        out.writeStringField("scope", plan.scope().word());
        out.writeObjectFieldStart("counts");
        for (PlanItem.Verdict verdict : PlanItem.Verdict.values()) {
            out.writeNumberField(verdict.word(), plan.count(verdict));
        }
        out.writeEndObject();
        out.writeArrayFieldStart("grants");
        for (GrantNeed grant : plan.grants()) {
            out.writeStartObject();
            write(grant.need(), out);
            out.writeStringField("vault", grant.vault().toString());
            out.writeNumberField("items", grant.items());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeObjectFieldStart("forecast");
        out.writeNumberField("writes", plan.forecast().writes());
        out.writeNumberField("reads", plan.forecast().reads());
        out.writeNumberField("seconds", plan.forecast().time().toSeconds());
        out.writeNumberField("grantSeconds", plan.forecast().grantTime().toSeconds());
        out.writeEndObject();
        write("notes", plan.notes(), out);
    }

    private static void write(PlanItem item, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("number", item.number());
        out.writeStringField("verdict", item.verdict().word());
        out.writeStringField("kind", item.draft().kind().word());
        out.writeStringField("datasource", item.draft().datasource().toString());
        out.writeStringField("location", item.draft().location().spelling());
        out.writeStringField("vault", item.vault().toString());
        out.writeStringField("policy", item.draft().policy().toString());
        text("snapshotGroup", item.draft().snapshotGroup(), out);
        out.writeStringField("instance", item.draft().name());
        text("standing", item.standing() == null ? null : item.standing().word(), out);
        out.writeArrayFieldStart("missing");
        for (RoleNeed need : item.missing()) {
            out.writeStartObject();
            write(need, out);
            out.writeEndObject();
        }
        out.writeEndArray();
        write("findings", item.findings(), out);
        out.writeEndObject();
    }

    private static void write(RoleNeed need, JsonGenerator out) throws IOException {
        out.writeStringField("role", need.role().label());
        out.writeStringField("scope", need.scope().toString());
    }

    private static void write(String name, List<Finding> findings, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(name);
        for (Finding finding : findings) {
            out.writeStartObject();
            out.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            text("code", finding.serviceCode(), out);
            out.writeStringField("message", finding.message());
            text("fix", finding.fix(), out);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void text(String name, @Nullable Object value, JsonGenerator out) throws IOException {
        if (value == null) {
            out.writeNullField(name);
        } else {
            out.writeStringField(name, value.toString());
        }
    }

    /** Reads one item at a time: the whole as a tree would be several times as large. */
    static Plan read(JsonParser in) throws IOException {
        PlanReading reading = new PlanReading();
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new NotUnderstood("its plan is no object");
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            JsonToken token = in.nextToken();
            if (field.equals("items") && token == JsonToken.START_ARRAY) {
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    JsonNode item = JSON.readTree(in);
                    reading.item(item);
                }
            } else {
                JsonNode value = JSON.readTree(in);
                reading.head(field, value);
            }
        }
        return reading.plan();
    }
}
