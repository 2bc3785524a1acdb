package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Jobs as Resource Graph's rows: the newest of each vault. */
final class GraphJobs implements GraphRows {
    /** Resource Graph shows so many jobs of a vault here. */
    private static final int OF_A_VAULT = 5_000;

    private static final ApiVersion VERSION = new ApiVersion("2025-07-01");

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
        return jobs.newest(OF_A_VAULT).stream()
                .map(job -> new JobBody(job, now, VERSION).inGraph())
                .toList();
    }
}
