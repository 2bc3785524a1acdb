package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All jobs, by vault in the order of their starts. Guarded by the world's lock. */
final class Jobs {
    /** Jobs older than this are gone (assumed: the portal shows at most the last 30 days). */
    static final Duration KEPT = Duration.ofDays(30);

    /** The sandbox keeps so many jobs of a vault, so that a long jump of the clock does not fill the memory. */
    private static final int MOST = 200_000;

    /** Where a job stands in its vault's list: by start, then by name. */
    private record Place(Instant start, String name) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byStart = start.compareTo(other.start);
            return byStart != 0 ? byStart : name.compareTo(other.name);
        }
    }

    private final Map<ArmId, NavigableMap<Place, Job>> byVault = new HashMap<>();
    private final Map<String, Job> byName = new HashMap<>();

    /** Adds a job, or puts it in the place of the one with its name. */
    void put(Job job) {
        byName.put(job.name(), job);
        NavigableMap<Place, Job> jobs = byVault.computeIfAbsent(job.vault(), vault -> new TreeMap<>());
        jobs.put(place(job), job);
        if (jobs.size() > MOST) {
            byName.remove(jobs.pollFirstEntry().getKey().name());
        }
    }

    private static Place place(Job job) {
        return new Place(job.start(), job.name());
    }

    /** The job of this name in this vault, or null. */
    @Nullable
    Job get(ArmId vault, String name) {
        Job job = byName.get(name.toLowerCase(Locale.ROOT));
        return job != null && job.vault().equals(vault) ? job : null;
    }

    /**
     * At most {@code count} jobs of the vault, oldest first.
     *
     * @param key the {@link #key} of the job that they come after; empty for the first ones
     */
    List<Job> after(ArmId vault, String key, int count) {
        NavigableMap<Place, Job> jobs = byVault.getOrDefault(vault, new TreeMap<>());
        int bar = key.indexOf('|');
        try {
            NavigableMap<Place, Job> rest = bar < 0
                    ? jobs
                    : jobs.tailMap(new Place(Instant.parse(key.substring(0, bar)), key.substring(bar + 1)), false);
            return rest.values().stream().limit(count).toList();
        } catch (DateTimeParseException notOurs) {
            return List.of();
        }
    }

    /** Tells where a job stands in its list. */
    static String key(Job job) {
        return job.start() + "|" + job.name();
    }

    /** All jobs of a vault, oldest first. */
    List<Job> of(ArmId vault) {
        return after(vault, "", Integer.MAX_VALUE);
    }

    /** Those jobs of an instance that began at this time or later. */
    List<Job> of(ArmId instance, Instant since, Predicate<Job> wanted) {
        return byVault
                .getOrDefault(instance.parent(), new TreeMap<>())
                .tailMap(new Place(since, ""), true)
                .values()
                .stream()
                .filter(job -> job.instance().equals(instance) && wanted.test(job))
                .toList();
    }

    /** The newest jobs of all vaults, as Resource Graph shows them: at most so many of a vault. */
    List<Job> newest(int count) {
        List<Job> found = new ArrayList<>();
        byVault.values()
                .forEach(jobs ->
                        jobs.descendingMap().values().stream().limit(count).forEach(found::add));
        return found;
    }

    /** Ends what still runs for an instance. */
    void cancel(ArmId instance, Instant at) {
        for (Job job : of(instance, at.minus(KEPT), each -> each.isRunning(at))) {
            put(job.ended(at, Job.Outcome.Cancelled, null));
        }
    }

    /** Forgets what is too old to be shown. */
    void forgetBefore(Instant time) {
        for (NavigableMap<Place, Job> jobs : byVault.values()) {
            while (!jobs.isEmpty() && jobs.firstKey().start().isBefore(time)) {
                Map.Entry<Place, Job> oldest = jobs.pollFirstEntry();
                byName.remove(oldest.getKey().name());
            }
        }
    }

    ArrayNode save() {
        ArrayNode saved = JsonNodeFactory.instance.arrayNode();
        List<ArmId> vaults = new ArrayList<>(byVault.keySet());
        vaults.sort(ArmId::compareTo);
        vaults.forEach(vault -> of(vault).forEach(job -> saved.add(job.save())));
        return saved;
    }

    void load(JsonNode saved) {
        saved.forEach(job -> put(Job.load(job)));
    }
}
