package dpsh.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dpsh.arm.DpshException;
import dpsh.backup.SandboxClock;
import dpsh.backup.SandboxFault;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What a sandbox says and hears behind its control door, {@code /_sandbox}. */
public final class SandboxJson {
    private SandboxJson() {}

    /** {@code {"duration":"PT15M"}}. */
    public static String advance(Duration serviceTime) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("duration", serviceTime.toString())
                .toString();
    }

    /** {@code {"line":"status 503 times=2"}}. */
    public static String order(String line) {
        return JsonNodeFactory.instance.objectNode().put("line", line).toString();
    }

    /** Reads {@code {"time":"...","speed":60.0}}. */
    public static SandboxClock clock(String json) {
        Fields clock = Fields.answer(json, "the sandbox's clock");
        try {
            return new SandboxClock(
                    Instant.parse(clock.textOr("", "time")), Double.parseDouble(clock.textOr("1", "speed")), json);
        } catch (DateTimeParseException | NumberFormatException notOurs) {
            throw new DpshException.Transport(
                    "the sandbox's clock cannot be read", notOurs.getMessage(), null, true, notOurs);
        }
    }

    /** Reads {@code {"id":"1","line":"...","fired":0}}. */
    public static SandboxFault fault(String json) {
        return fault(Fields.answer(json, "the fault"));
    }

    /** Reads {@code {"value":[...]}}. */
    public static List<SandboxFault> faults(String json) {
        return Fields.answer(json, "the faults").list("value").stream()
                .map(SandboxJson::fault)
                .toList();
    }

    /** Reads {@code {"cleared":2}}. */
    public static int cleared(String json) {
        return Fields.answer(json, "what was cleared").node().path("cleared").asInt();
    }

    private static SandboxFault fault(Fields fault) {
        return new SandboxFault(
                fault.textOr("", "id"),
                fault.textOr("", "line"),
                fault.node().path("fired").asLong(),
                fault.node().toString());
    }
}
