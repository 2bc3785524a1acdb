package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was backed up of one instance. Guarded by the world's lock. */
final class BackupHistory {
    private final ArmId instance;
    private final UUID root;
    private final Instant since;
    private final List<RecoveryPoint> points = new ArrayList<>();
    private final Map<String, Instant> successes = new HashMap<>();
    private Instant covered;
    private @Nullable Instant due;
    private @Nullable ArmId policy;

    /** @param since when the protection was configured */
    BackupHistory(ArmId instance, Instant since) {
        this.instance = instance;
        this.root = UUID.nameUUIDFromBytes(instance.key().getBytes(StandardCharsets.UTF_8));
        this.since = since;
        this.covered = since;
    }

    ArmId instance() {
        return instance;
    }

    /** A GUID of version 4 that is always the same for this use of this time. */
    UUID guid(int use, Instant time) {
        long moment = mix(root.getLeastSignificantBits() + time.getEpochSecond() * 31 + use);
        long high = mix(root.getMostSignificantBits() ^ moment ^ time.getNano());
        long low = mix(moment + high);
        return new UUID(high & 0xffffffffffff0fffL | 0x4000L, low & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    /** A length below 27 seconds that is always the same for this use of this time. */
    Duration jitter(int use, Instant time) {
        return Duration.ofNanos((guid(use, time).getLeastSignificantBits() & 0xFFFFFFF) * 100);
    }

    /** Spreads a number over all its bits (the finalizer of SplitMix64). */
    private static long mix(long number) {
        long one = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        long two = (one ^ (one >>> 27)) * 0x94d049bb133111ebL;
        return two ^ (two >>> 31);
    }

    /** When the protection was configured first. */
    Instant since() {
        return since;
    }

    /** All scheduled backups up to this time have been dealt with. */
    Instant covered() {
        return covered;
    }

    void covers(Instant until) {
        covered = until;
    }

    /** It follows this policy; a new policy's schedule counts from now. */
    void follows(ArmId newPolicy, Instant now) {
        if (policy != null && !policy.equals(newPolicy) && now.isAfter(covered)) {
            covered = now;
        }
        policy = newPolicy;
    }

    /** When something happens next; null when nothing does. */
    @Nullable
    Instant due() {
        return due;
    }

    void due(@Nullable Instant next) {
        due = next;
    }

    /** The last backup by this rule that went well, or null. */
    @Nullable
    Instant lastSuccess(String rule) {
        return successes.get(rule);
    }

    void succeeded(String rule, Instant at) {
        successes.put(rule, at);
    }

    void add(RecoveryPoint point) {
        points.add(point);
    }

    /** What the state lets go is dropped. */
    void expire(Instant now, Keeping keeping, Consumer<RecoveryPoint> dropped) {
        if (keeping == Keeping.ALL) {
            return;
        }
        RecoveryPoint last = keeping == Keeping.LAST ? newest(now) : null;
        points.removeIf(point -> {
            boolean gone = point != last && point.isExpired(now);
            if (gone) {
                dropped.accept(point);
            }
            return gone;
        });
    }

    private @Nullable RecoveryPoint newest(Instant now) {
        RecoveryPoint newest = null;
        for (RecoveryPoint point : points) {
            boolean later = newest == null || point.time().isAfter(newest.time());
            newest = later && !point.visible().isAfter(now) ? point : newest;
        }
        return newest;
    }

    /** The first expiry after this time; null when there is none. */
    @Nullable
    Instant nextExpiry(Instant now) {
        Instant first = null;
        for (RecoveryPoint point : points) {
            Instant expiry = point.expiry();
            if (expiry != null && expiry.isAfter(now) && (first == null || expiry.isBefore(first))) {
                first = expiry;
            }
        }
        return first;
    }

    /** What is listed at this time, the newest first. */
    List<RecoveryPoint> visible(Instant now) {
        return points.stream()
                .filter(point -> !point.visible().isAfter(now))
                .sorted((one, other) -> other.time().compareTo(one.time()))
                .toList();
    }

    /** The listed recovery point of this name, or null. */
    @Nullable
    RecoveryPoint get(@Nullable String name, Instant now) {
        return points.stream()
                .filter(point -> point.name().equalsIgnoreCase(name))
                .filter(point -> !point.visible().isAfter(now))
                .findFirst()
                .orElse(null);
    }

    /** Forgets the recovery point of a backup that did not end. */
    void remove(String name, Consumer<RecoveryPoint> dropped) {
        points.removeIf(point -> {
            boolean found = point.name().equals(name);
            if (found) {
                dropped.accept(point);
            }
            return found;
        });
    }

    List<RecoveryPoint> all() {
        return List.copyOf(points);
    }

    /** All but its recovery points. */
    ObjectNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        saved.put("instance", instance.text()).put("since", since.toString()).put("covered", covered.toString());
        if (policy != null) {
            saved.put("policy", policy.text());
        }
        ObjectNode last = saved.putObject("successes");
        successes.forEach((rule, at) -> last.put(rule, at.toString()));
        return saved;
    }

    /** What {@link #save} saved. */
    static BackupHistory load(JsonNode saved) {
        BackupHistory history = new BackupHistory(
                ArmId.of(saved.path("instance").asText()),
                Instant.parse(saved.path("since").asText()));
        history.covers(Instant.parse(saved.path("covered").asText()));
        history.policy = ArmId.parse(saved.path("policy").asText());
        saved.path("successes")
                .properties()
                .forEach(entry -> history.succeeded(
                        entry.getKey(), Instant.parse(entry.getValue().asText())));
        return history;
    }
}
