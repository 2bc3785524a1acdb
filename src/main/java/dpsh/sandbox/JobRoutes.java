package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Jobs: list (oldest first, as recorded), get, export. */
final class JobRoutes {
    private static final String TYPE = "backupJobs";
    private static final String LIST = VaultRoutes.VAULT + "/" + TYPE;

    /** Assumed: an export was never seen live. */
    private static final Duration EXPORT = Duration.ofSeconds(30);

    private final World world;
    private final Pages pages;
    private final Acceptances acceptances;

    JobRoutes(World world, Pages pages, Acceptances acceptances) {
        this.world = world;
        this.pages = pages;
        this.acceptances = acceptances;
    }

    void addTo(Router router) {
        world.graphRows.add(new GraphJobs(world.jobs));
        router.dataProtection("GET", LIST, this::list);
        router.dataProtection("GET", LIST + "/{name}", this::get);
        router.dataProtection("POST", VaultRoutes.VAULT + "/exportBackupJobs", this::export);
        router.dataProtection("GET", LIST + "/operations/{operation}", this::exported);
        router.dataProtection(
                "POST",
                "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.DataProtection/locations"
                        + "/{location}/fetchCrossRegionRestoreJobs",
                this::crossRegion);
    }

    private Answer list(Call call) {
        Vault vault = world.parentVault(call, TYPE);
        return pages.rows(
                call,
                world.jobs.after(vault.id(), Pages.after(call), pages.size() + 1),
                job -> new JobBody(job, call.at(), call.version()).inList(),
                Jobs::key);
    }

    private Answer get(Call call) {
        Vault vault = world.parentVault(call, TYPE);
        Job job = world.jobs.get(vault.id(), call.var("name"));
        if (job == null) {
            throw Refusal.notFound();
        }
        return Answer.json(200, new JobBody(job, call.at(), call.version()).single());
    }

    private Answer export(Call call) {
        Vault vault = world.parentVault(call, TYPE);
        Operation operation = world.operations.start(Operation.Kind.EXPORT_JOBS, vault, vault.id(), call, EXPORT);
        return acceptances.exporting(operation, call);
    }

    /** Where the blobs would be; there are none. The host ends in {@code .invalid}, so that nobody sends a key anywhere. */
    private Answer exported(Call call) {
        Vault vault = world.parentVault(call, TYPE);
        Operation operation = world.operations.get(call.var("operation"));
        boolean known = operation != null
                && operation.kind() == Operation.Kind.EXPORT_JOBS
                && operation.vault().equals(vault.id());
        if (operation == null || !known || !world.operations.accepts(operation, call.line())) {
            throw Refusal.notFound();
        }
        if (operation.isRunning()) {
            return acceptances.exporting(operation, call);
        }
        String container = "https://sandbox.blob.core.windows.invalid/jobs/" + operation.activityId();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("blobUrl", container + ".json").put("blobSasKey", "sv=sandbox");
        body.put("excelFileBlobUrl", container + ".xlsx").put("excelFileBlobSasKey", "sv=sandbox");
        return Answer.json(200, body);
    }

    /** The sandbox has no secondary region; an empty list was recorded (az job_list_and_show, 2025). */
    private Answer crossRegion(Call call) {
        world.group(call);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("value");
        return Answer.json(200, body);
    }
}
