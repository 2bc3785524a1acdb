package dpsh.view;

import dpsh.arm.ResourceId;
import dpsh.store.RunItem;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run's item in the words of reports: plain text, without secrets, whatever the service wrote. */
record ItemText(RunItem item) {
    String datasource() {
        return PlainText.of(item.datasource().name());
    }

    String id() {
        return PlainText.of(item.datasource().toString());
    }

    String vault() {
        return PlainText.of(item.vault().name());
    }

    String policy() {
        return PlainText.of(item.policy().name());
    }

    String group() {
        String group = item.datasource().resourceGroup();
        return group == null ? "" : PlainText.of(group);
    }

    String state() {
        return item.state().word();
    }

    @Nullable
    String code() {
        return Clause.of(item.code());
    }

    @Nullable
    String why() {
        return Clause.of(item.message());
    }

    @Nullable
    String fix() {
        return Clause.of(item.fix());
    }

    @Nullable
    String activity() {
        return Clause.of(item.activity());
    }

    /** From the first thing that was done about it to its end, or null while there is no such thing. */
    @Nullable
    Duration took() {
        Instant from = item.startedAt();
        Instant to = item.endedAt();
        return from == null || to == null ? null : Duration.between(from, to);
    }

    /** The shape that {@link RunItemView} documents, on one line. */
    String json() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("number", item.number());
        members.put("kind", item.kind().word());
        members.put("datasource", item.datasource().toString());
        members.put("region", item.location().name());
        members.put("vault", item.vault().toString());
        members.put("policy", item.policy().toString());
        members.put("snapshotGroup", text(item.snapshotGroup()));
        members.put("instance", item.instance());
        members.put("state", state());
        members.put("code", code());
        members.put("message", why());
        members.put("fix", fix());
        members.put("activity", activity());
        members.put("operation", item.operation());
        members.put("attempts", item.attempts());
        members.put("started", text(item.startedAt()));
        members.put("submitted", text(item.submittedAt()));
        members.put("ended", text(item.endedAt()));
        return JsonText.of(members);
    }

    private static @Nullable String text(@Nullable ResourceId id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
