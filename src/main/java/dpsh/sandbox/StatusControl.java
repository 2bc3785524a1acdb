package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code GET /_sandbox}: what this sandbox is, its time, its faults, what came to it, and how much there is in its world. */
record StatusControl(Sandbox sandbox, World world, Traffic traffic) implements ControlRoutes {
    @Override
    public void addTo(ControlDoor door) {
        door.on("GET", "", this::status);
    }

    private Answer status(Call call) {
        @Nullable String version = Sandbox.class.getPackage().getImplementationVersion();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("endpoint", call.origin());
        body.put("version", version == null ? "development" : version);
        body.put("time", sandbox.clock().now().toString());
        body.put("speed", sandbox.clock().speed());
        body.set("faults", FaultControl.body(sandbox.faults()).get("value"));
        ObjectNode requests = body.putObject("requests");
        for (TokenBuckets.Kind kind : TokenBuckets.Kind.values()) {
            requests.put(kind.word(), traffic.taken(kind));
        }
        requests.put("throttled", traffic.throttled());
        Instant last = traffic.lastThrottled();
        requests.put("lastThrottled", last == null ? null : last.toString());
        ObjectNode estate = body.putObject("estate");
        synchronized (world) {
            world.timeline.settle(sandbox.clock().now());
            estate.put("subscriptions", world.subscriptions.size());
            estate.put("resourceGroups", world.groups.size());
            estate.put("disks", world.disks.size());
            estate.put("snapshots", world.snapshots.size());
            estate.put("storageAccounts", world.accounts.size());
            estate.put("backupVaults", world.vaults.size());
            estate.put("backupPolicies", world.policies.size());
            estate.put("backupInstances", world.instances.shelf().size());
            int jobs = 0;
            for (Vault vault : world.vaults.all()) {
                jobs += world.jobs.count(vault.id());
            }
            estate.put("backupJobs", jobs);
        }
        return Answer.json(200, body);
    }
}
