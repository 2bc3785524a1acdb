package dpsh.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dpsh.arm.DpshException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Plans as files: {@code {"dpsh":"plan/1","sha256":…,"plan":{…}}}, see {@link PlanJson} for what stands in it. The checksum
 * is over what the JSON says and not over how it is laid out, so that indenting a plan anew leaves it whole and any other
 * edit is noticed.
 */
public final class PlanFile {
    /** A plan that is older was made in another world. */
    public static final Duration MOST_AGE = Duration.ofDays(7);

    private static final String FAMILY = "plan/";
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is no ASCII may be anything to a terminal. */
    private static final JsonFactory ASCII =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private PlanFile() {}

    /** The whole file, on one line. */
    public static String text(Plan plan) {
        try {
            String content = content(plan);
            StringWriter text = new StringWriter(content.length() + 200);
            try (JsonGenerator out = ASCII.createGenerator(text)) {
                out.writeStartObject();
                out.writeStringField("dpsh", FAMILY + VERSION);
                out.writeStringField("sha256", PlanDigest.of(content));
                out.writeFieldName("plan");
                out.writeRawValue(content);
                out.writeEndObject();
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Plan plan) throws IOException {
        StringWriter content = new StringWriter();
        try (JsonGenerator out = ASCII.createGenerator(content)) {
            PlanJson.write(plan, out);
        }
        return content.toString();
    }

    /**
     * The plan of a file.
     *
     * @param name what the file is called, for errors
     * @throws DpshException.Usage when the text is no plan, a plan of a newer dpsh, or was edited
     */
    public static Plan read(String name, String text) {
        String found = null;
        String version = null;
        String sha256 = null;
        Plan plan = null;
        try (JsonParser in = JSON.createParser(text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw no(name, "a plan is a JSON object");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String field = in.currentName();
                JsonToken token = in.nextToken();
                if (field.equals("dpsh") && token == JsonToken.VALUE_STRING) {
                    version = in.getText();
                    refuseOther(name, version);
                } else if (field.equals("sha256") && token == JsonToken.VALUE_STRING) {
                    sha256 = in.getText();
                } else if (field.equals("plan") && version != null && found == null) {
                    int start = (int) in.currentTokenLocation().getCharOffset();
                    in.skipChildren();
                    found = text.substring(start, (int) in.currentLocation().getCharOffset());
                } else {
                    in.skipChildren();
                }
            }
            if (version == null || found == null || sha256 == null) {
                throw no(name, "it is JSON of something else");
            }
            if (!PlanDigest.of(found).equalsIgnoreCase(sha256)) {
                throw new DpshException.Usage(
                        "the plan '" + name + "' was edited since it was made",
                        "its checksum does not fit what stands in it",
                        "plan again, with what you wanted to change; an edited plan is not carried out");
            }
            try (JsonParser content = JSON.createParser(found)) {
                plan = PlanJson.read(content);
            }
            return plan;
        } catch (IOException e) {
            throw no(name, "it is not JSON, or only a part of it");
        } catch (PlanJson.NotUnderstood e) {
            throw no(name, e.getMessage());
        }
    }

    private static void refuseOther(String name, String version) {
        String number = version.startsWith(FAMILY) ? version.substring(FAMILY.length()) : "";
        if (!number.matches("\\d{1,6}")) {
            throw no(name, "it is a file of dpsh, but of another kind (" + version + ")");
        }
        if (Integer.parseInt(number) > VERSION) {
            throw new DpshException.Usage(
                    "the plan '" + name + "' was made by a newer dpsh",
                    "it is of version " + number + ", and this dpsh knows " + VERSION,
                    "use the dpsh that made it, or plan again");
        }
    }

    private static DpshException.Usage no(String name, String why) {
        return new DpshException.Usage(
                "'" + name + "' is no plan", why, "`plan disks ... --save FILE` makes one, or `-o json > FILE`");
    }

    /**
     * Refuses a plan that was made for another service or tenant, or too long ago.
     *
     * @param tenant of whoever is signed in, or null when their token does not tell
     * @param acceptOld whether a plan of any age will do ({@code --accept-old})
     * @throws DpshException.Usage saying which
     */
    public static void check(Plan plan, String endpoint, @Nullable String tenant, Instant now, boolean acceptOld) {
        if (!plan.endpoint().equalsIgnoreCase(endpoint)) {
            throw new DpshException.Usage(
                    "the plan was made at " + plan.endpoint() + ", and this session works at " + endpoint,
                    null,
                    "go there, or plan again here");
        }
        if (plan.tenant() != null && tenant != null && !plan.tenant().equalsIgnoreCase(tenant)) {
            throw new DpshException.Usage(
                    "the plan is for the tenant " + plan.tenant() + ", and you are signed in to " + tenant,
                    null,
                    "sign in there, or plan again here");
        }
        Duration age = Duration.between(plan.madeAt(), now);
        if (!acceptOld && age.compareTo(MOST_AGE) > 0) {
            throw new DpshException.Usage(
                    "the plan is " + age.toDays() + " days old",
                    "what it was made of may have changed; " + MOST_AGE.toDays() + " days is the most",
                    "plan again, or add --accept-old: each item is checked again anyway");
        }
    }
}
