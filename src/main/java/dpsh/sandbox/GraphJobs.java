package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Jobs as Resource Graph shows them, the newest of them. */
final class GraphJobs implements GraphRows {
    private static final ApiVersion VERSION = new ApiVersion("2025-07-01");

    /** So many are shown here; a world that ran for a year has millions. */
    private static final int SHOWN = 5_000;

    private final Jobs jobs;

    GraphJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String type() {
        return Job.TYPE;
    }

    @Override
    public List<ObjectNode> bodies(Instant now) {
        return jobs.newest(SHOWN).stream()
                .map(job -> new JobBody(job, now, VERSION).inGraph())
                .toList();
    }
}
