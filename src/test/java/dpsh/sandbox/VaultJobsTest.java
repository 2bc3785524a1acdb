package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of a vault's jobs, and which it keeps when there are too many. */
class VaultJobsTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final ArmId VAULT =
            ArmId.of(Wire.OPERATIONS + "/resourceGroups/g/providers/Microsoft.DataProtection/backupVaults/v");
    private static final Protection PROTECTION = Protection.read(Wire.json(Wire.diskProtection()));

    private final VaultJobs jobs = new VaultJobs(4);

    private static Job job(String name, int second) {
        return new Job(
                name,
                VAULT.child("backupInstances", "i"),
                PROTECTION,
                START.plusSeconds(second),
                START.plusSeconds(second + 60),
                false,
                "activity",
                Job.Outcome.Completed,
                null,
                new Job.Backup("rule", "Default", "OperationalStore", "point", 1));
    }

    private static List<String> names(List<Job> found) {
        return found.stream().map(Job::name).toList();
    }

    @Test
    void areOrderedByStartAndThenByName() {
        jobs.put(job("c", 2));
        jobs.put(job("b", 1));
        assertThat(names(jobs.all())).containsExactly("b", "c");
        jobs.put(job("a", 2));

        assertThat(names(jobs.all())).containsExactly("b", "a", "c");
        assertThat(names(jobs.after(START.plusSeconds(2), "a"))).containsExactly("c");
        assertThat(names(jobs.after(START.plusSeconds(1), "z"))).containsExactly("a", "c");
    }

    @Test
    void jobOfTheSameStartAndNameTakesThePlace() {
        Job first = job("a", 1);
        jobs.put(first);
        assertThat(jobs.get("A")).isSameAs(first);
        Job ended = first.ended(START.plusSeconds(9), Job.Outcome.Cancelled, null);
        jobs.put(ended);

        assertThat(jobs.all()).containsExactly(ended);
        assertThat(jobs.get("a")).isSameAs(ended);
        Job failed = first.ended(START.plusSeconds(8), Job.Outcome.Failed, null);
        jobs.put(ended);
        jobs.put(failed);
        assertThat(jobs.all()).containsExactly(failed);
    }

    @Test
    void onlyTheNewestAreKept() {
        for (int i = 0; i < 10; i++) {
            jobs.put(job("j" + i, 10 - i));
        }

        assertThat(names(jobs.all())).containsExactly("j3", "j2", "j1", "j0");
        assertThat(jobs.get("j4")).isNull();
        assertThat(jobs.get("j3")).isNotNull();
        assertThat(jobs.takes(START.plusSeconds(6))).isFalse();
        assertThat(jobs.takes(START.plusSeconds(7))).isTrue();
    }

    @Test
    void oldOnesAreForgottenWhetherSomebodyLookedOrNot() {
        jobs.put(job("a", 1));
        jobs.put(job("b", 3));
        assertThat(jobs.get("a")).isNotNull();
        jobs.put(job("c", 2));
        jobs.put(job("d", 4));

        jobs.forgetBefore(START.plusSeconds(3));

        assertThat(names(jobs.all())).containsExactly("b", "d");
        assertThat(jobs.get("a")).isNull();
        jobs.forgetBefore(START.plusSeconds(4));
        assertThat(names(jobs.all())).containsExactly("d");
    }
}
