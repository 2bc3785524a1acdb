package dpsh.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of one vault in the order of their starts, and then of their names. New ones are put in order when somebody looks:
 * a clock that jumps makes very many at once. Guarded by the world's lock.
 */
final class VaultJobs {
    private static final Comparator<Job> ORDER =
            Comparator.comparing(Job::start).thenComparing(Job::name);

    private final int most;
    private List<Job> ordered = new ArrayList<>();
    private final List<Job> fresh = new ArrayList<>();
    private @Nullable Map<String, Job> byName;
    private Instant floor = Instant.MIN;
    private Instant oldest = Instant.MAX;

    /** @param most so many are kept, the newest */
    VaultJobs(int most) {
        this.most = most;
    }

    /** Adds a job, or puts it in the place of the one with its start and its name. */
    void put(Job job) {
        fresh.add(job);
        oldest = job.start().isBefore(oldest) ? job.start() : oldest;
        if (fresh.size() >= most) {
            order();
        }
    }

    /** Whether a job of this start would be kept. */
    boolean takes(Instant start) {
        return !start.isBefore(floor);
    }

    private void order() {
        if (fresh.isEmpty()) {
            return;
        }
        fresh.sort(ORDER);
        List<Job> merged = new ArrayList<>(ordered.size() + fresh.size());
        int old = 0;
        for (Job job : fresh) {
            while (old < ordered.size() && ORDER.compare(ordered.get(old), job) < 0) {
                merged.add(ordered.get(old++));
            }
            if (old < ordered.size() && ORDER.compare(ordered.get(old), job) == 0) {
                old++;
            }
            if (!merged.isEmpty() && ORDER.compare(merged.get(merged.size() - 1), job) == 0) {
                merged.remove(merged.size() - 1);
            }
            merged.add(job);
        }
        merged.addAll(ordered.subList(old, ordered.size()));
        int tooMany = merged.size() - most;
        if (byName != null && tooMany <= 0) {
            fresh.forEach(job -> name(byName, job));
        } else {
            byName = null;
        }
        ordered = tooMany > 0 ? new ArrayList<>(merged.subList(tooMany, merged.size())) : merged;
        floor = tooMany >= 0 ? ordered.get(0).start() : floor;
        fresh.clear();
    }

    private static void name(Map<String, Job> names, Job job) {
        names.put(job.name().toLowerCase(Locale.ROOT), job);
    }

    /** All, oldest first: a view, to be read at once. */
    List<Job> all() {
        order();
        return ordered;
    }

    /** Those after this place, oldest first: a view, to be read at once. */
    List<Job> after(Instant start, String name) {
        order();
        return ordered.subList(firstAfter(start, name), ordered.size());
    }

    private int firstAfter(Instant start, String name) {
        int low = 0;
        int high = ordered.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Job job = ordered.get(middle);
            int compared = job.start().compareTo(start);
            if (compared < 0 || (compared == 0 && job.name().compareTo(name) <= 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The job of this name in any case, or null. */
    @Nullable
    Job get(String name) {
        order();
        Map<String, Job> names = byName;
        if (names == null) {
            names = new HashMap<>();
            for (Job job : ordered) {
                name(names, job);
            }
            byName = names;
        }
        return names.get(name.toLowerCase(Locale.ROOT));
    }

    /** Forgets those that began before this time. */
    void forgetBefore(Instant time) {
        if (!oldest.isBefore(time)) {
            return;
        }
        fresh.removeIf(job -> job.start().isBefore(time));
        List<Job> gone = ordered.subList(0, firstAfter(time, ""));
        if (byName != null) {
            Map<String, Job> names = byName;
            gone.forEach(job -> names.remove(job.name().toLowerCase(Locale.ROOT)));
        }
        gone.clear();
        oldest = ordered.isEmpty() ? Instant.MAX : ordered.get(0).start();
        fresh.forEach(job -> oldest = job.start().isBefore(oldest) ? job.start() : oldest);
    }
}
