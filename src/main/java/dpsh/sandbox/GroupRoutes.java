package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Resource groups: list, get, exists, put, patch, delete. A DELETE is accepted with a Location that answers 202 until the group
 * is gone with all that is in it, then 200 (from the public contract; the minute it takes is assumed). A vault that still
 * protects something keeps its group.
 */
final class GroupRoutes {
    private static final String GROUPS = "/subscriptions/{subscription}/resourceGroups";
    private static final String ONE = GROUPS + "/{group}";
    private static final Duration DELETE = Duration.ofSeconds(60);
    private static final String GONE = "resourceGroupGone";
    private static final String PROPERTIES = "properties";
    private static final String STATE = "provisioningState";

    private final World world;
    private final Pages pages;

    GroupRoutes(World world, Pages pages) {
        this.world = world;
        this.pages = pages;
        world.timeline.on(GONE, (event, due) -> end(event.subject()));
    }

    void addTo(Router router) {
        router.arm("GET", GROUPS, this::list);
        router.arm("GET", ONE, call -> Answer.json(200, world.group(call).body()));
        router.arm("HEAD", ONE, call -> Answer.empty(world.groups.get(call.groupId()) == null ? 404 : 204));
        router.arm("PUT", ONE, this::put);
        router.arm("PATCH", ONE, this::patch);
        router.arm("DELETE", ONE, this::delete);
        router.arm("GET", "/subscriptions/{subscription}/operationresults/{token}", this::result);
    }

    private Answer list(Call call) {
        ODataFilter filter = ODataFilter.parse(call.query("$filter"));
        return pages.of(
                call,
                world.groups,
                ArmId.subscription(call.var("subscription")),
                pages.rows(call),
                group -> TagFilter.takes(filter, group.body(), List.of("name", "location")),
                ResourceGroup::body);
    }

    private Answer put(Call call) {
        ArmId id = call.groupId();
        ObjectNode given = call.json();
        ResourceGroup known = world.groups.get(id);
        if (!id.group().matches("[-\\w._()]{0,89}[-\\w_()]")) {
            throw Refusal.arm(
                    400,
                    "InvalidResourceGroup",
                    "The provided resource group name '" + id.group() + "' has these invalid characters. The name can"
                            + " only be a letter, digit, '-', '.', '(', ')' or '_'.");
        }
        String location = CaseBlind.text(given, "location");
        if (location == null || location.isBlank()) {
            throw Refusal.arm(400, "LocationRequired", "The location property is required for this definition.");
        }
        if (known != null && !Vault.normalLocation(known.location()).equals(Vault.normalLocation(location))) {
            throw Refusal.arm(
                    409,
                    "InvalidResourceGroupLocation",
                    "Invalid resource group location '" + location
                            + "'. The Resource group already exists in location '" + known.location() + "'.");
        }
        if (known != null && known.isBeingDeleted()) {
            throw known.beingDeleted();
        }
        ResourceGroup made = ResourceGroup.made(id, given);
        world.groups.put(made);
        return Answer.json(known == null ? 201 : 200, made.body());
    }

    private Answer patch(Call call) {
        ResourceGroup known = world.group(call);
        ObjectNode changed = known.body().deepCopy();
        JsonNode tags = CaseBlind.member(call.json(), "tags");
        if (tags != null) {
            changed.set("tags", tags.deepCopy());
        }
        world.groups.put(new ResourceGroup(known.id(), changed));
        return Answer.json(200, changed);
    }

    private Answer delete(Call call) {
        ResourceGroup group = world.group(call);
        ArmWorks.Work work = world.works.start(group.id(), call.at(), DELETE);
        state(group, "Deleting");
        world.timeline.at(work.due(), new Event(GONE, work.name(), 0));
        return waiting(call, group.id(), work, group.location());
    }

    private void state(ResourceGroup group, String state) {
        ObjectNode body = group.body().deepCopy();
        body.putObject(PROPERTIES).put(STATE, state);
        world.groups.put(new ResourceGroup(group.id(), body));
    }

    private static Answer waiting(Call call, ArmId group, ArmWorks.Work work, String location) {
        String job = "{\"jobId\":\"RESOURCEGROUPDELETIONJOB-" + work.name() + "\",\"jobLocation\":\""
                + Vault.normalLocation(location) + "\"}";
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(job.getBytes(StandardCharsets.UTF_8));
        return Answer.empty(202)
                .with(
                        "Location",
                        call.origin() + "/subscriptions/" + group.subscription() + "/operationresults/" + token
                                + "?api-version=" + call.version().text())
                .with("Retry-After", "15");
    }

    private Answer result(Call call) {
        ArmWorks.Work work = world.works.get(job(call.var("token")));
        if (work == null) {
            throw Refusal.arm(404, "NotFound", "The operation could not be found.");
        }
        Instant now = call.at();
        if (work.isRunning(now)) {
            ResourceGroup group = world.groups.get(work.subject());
            return waiting(call, work.subject(), work, group == null ? "" : group.location());
        }
        String failure = work.failure();
        if (failure != null) {
            throw Refusal.arm(
                    409,
                    failure,
                    "Deletion of resource group '" + work.subject().group()
                            + "' did not finish, because a Backup vault in it still protects datasources.");
        }
        return Answer.empty(200);
    }

    private static String job(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return text.replaceAll("(?s).*DELETIONJOB-([-0-9a-f]{36}).*", "$1");
        } catch (IllegalArgumentException notOurs) {
            return token;
        }
    }

    private void end(String name) {
        ArmWorks.Work work = world.works.get(name);
        ResourceGroup group = work == null ? null : world.groups.get(work.subject());
        if (group == null) {
            return;
        }
        boolean blocked = world.vaults.under(group.id()).stream().anyMatch(vault -> world.instances.areIn(vault.id()));
        if (blocked) {
            state(group, "Succeeded");
            world.works.fail(name, "ResourceGroupDeletionBlocked");
            return;
        }
        List<Shelf<? extends Stored>> inside = List.of(
                world.policies,
                world.guardProxies,
                world.resourceGuards,
                world.vaults,
                world.disks,
                world.snapshots,
                world.containers,
                world.blobServices,
                world.accounts,
                world.identities);
        inside.forEach(shelf -> shelf.under(group.id()).forEach(item -> shelf.remove(item.id())));
        world.roles.removeUnder(group.id());
        world.groups.remove(group.id());
    }
}
