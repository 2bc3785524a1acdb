package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Jobs as Resource Graph shows them: as alone, with a list's form of the duration (recorded 2025-03). */
final class GraphJobs implements GraphRows {
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
        List<ObjectNode> bodies = new ArrayList<>();
        for (Job job : jobs.all()) {
            JobBody shapes = new JobBody(job, now, VERSION);
            ObjectNode body = shapes.single();
            if (body.path("properties") instanceof ObjectNode properties) {
                properties.set("duration", shapes.inList().path("properties").path("duration"));
            }
            bodies.add(body);
        }
        return bodies;
    }
}
