package dpsh.wire;

import dpsh.arm.ErrorBody;
import dpsh.backup.Job;
import dpsh.backup.JobState;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Jobs, alone and in lists, of 2021 and of today (recorded; wire notes, section 7). */
public final class JobJson {
    /** .NET's form of a duration: {@code 00:03:36.4945012}, with days in front from 24 hours on. */
    private static final Pattern DOT_NET =
            Pattern.compile("(?:(\\d{1,6})\\.)?(\\d{1,2}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,9}))?");

    private JobJson() {}

    public static Job read(String json) {
        Fields job = Fields.answer(json, "the job");
        Fields properties = job.at("properties");
        Fields extended = properties.at("extendedInfo");
        return new Job(
                job.requiredId("the job", "id"),
                properties.textOr(properties.textOr("", "operationCategory"), "operation"),
                new JobState(properties.textOr("Unknown", "status")),
                properties.id("backupInstanceId"),
                properties.id("policyId"),
                properties.id("dataSourceId"),
                properties.textOr("", "dataSourceName"),
                properties.textOr("", "dataSourceType"),
                properties.time("startTime"),
                properties.time("endTime"),
                duration(properties.text("duration")),
                Boolean.parseBoolean(properties.text("isUserTriggered")),
                properties.text("activityID"),
                extended.text("targetRecoverPoint", "recoveryPointID"),
                extended.text("additionalDetails", "RetentionTag"),
                tasks(extended),
                warnings(extended),
                error(properties),
                json);
    }

    /** ISO 8601 or .NET's form; null for anything else. */
    static @Nullable Duration duration(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher dotNet = DOT_NET.matcher(text);
        try {
            if (!dotNet.matches()) {
                return Duration.parse(text);
            }
        } catch (DateTimeParseException neither) {
            return null;
        }
        String fraction = dotNet.group(5) == null ? "" : dotNet.group(5);
        return Duration.ofDays(dotNet.group(1) == null ? 0 : Long.parseLong(dotNet.group(1)))
                .plusHours(Long.parseLong(dotNet.group(2)))
                .plusMinutes(Long.parseLong(dotNet.group(3)))
                .plusSeconds(Long.parseLong(dotNet.group(4)))
                .plusNanos(Long.parseLong((fraction + "000000000").substring(0, 9)));
    }

    private static List<String> tasks(Fields extended) {
        List<String> tasks = new ArrayList<>();
        for (Fields task : extended.list("subTasks")) {
            tasks.add(task.textOr("task", "taskName") + ": " + task.textOr("unknown", "taskStatus"));
        }
        return tasks;
    }

    /** The contract gives a warning as a user facing error with a resource's name (UserFacingWarningDetail). */
    private static List<String> warnings(Fields extended) {
        List<String> warnings = new ArrayList<>();
        for (Fields detail : extended.list("warningDetails")) {
            Fields warning = detail.at("warning");
            ErrorBody said = ErrorJson.of(warning.node().isObject() ? warning : detail, "warning");
            String resource = detail.text("resourceName");
            warnings.add((resource == null || resource.isBlank() ? "" : resource + ": ")
                    + (said.message().isBlank() ? said.code() : said.message()));
        }
        return warnings;
    }

    private static @Nullable ErrorBody error(Fields properties) {
        List<Fields> details = properties.list("errorDetails");
        return details.isEmpty() ? null : ErrorJson.of(details.get(0), "unknown");
    }
}
