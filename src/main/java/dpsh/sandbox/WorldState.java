package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.estate.EstateException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a saved world knows besides its estate: its time, its vaults and instances with all that no GET tells, work under way
 * and what it led to. The world's lock is held meanwhile.
 */
final class WorldState {
    private final World world;
    private final Map<ArmId, ObjectNode> instances;

    WorldState(World world) {
        this(world, Map.of());
    }

    /** @param instances the bodies of the estate's backup instances */
    WorldState(World world, Map<ArmId, ObjectNode> instances) {
        this.world = world;
        this.instances = instances;
    }

    /** When the world was saved, or null for an estate, which has no time of its own. */
    static @Nullable Instant time(@Nullable JsonNode saved) {
        if (saved == null) {
            return null;
        }
        try {
            return Instant.parse(saved.path("clock").asText());
        } catch (DateTimeException noTime) {
            throw new EstateException("world.clock", "'" + saved.path("clock").asText() + "' is no time");
        }
    }

    ObjectNode save(Instant now) {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        saved.put("clock", now.toString());
        saved.set("signatures", world.operations.saveSignatures());
        saved.set("directory", world.directory.save());
        list(saved, "vaults", world.vaults.all(), Vault::save);
        list(saved, "policies", world.policies.all(), Policy::save);
        list(saved, "resourceGuards", world.resourceGuards.all(), ResourceGuard::save);
        list(saved, "guardProxies", world.guardProxies.all(), GuardProxy::save);
        list(saved, "deletedVaults", world.deletedVaults.all(), DeletedVault::save);
        list(saved, "operations", world.operations.all(), Operation::save);
        list(saved, "instances", world.instances.shelf().all(), BackupInstance::saveBesides);
        list(saved, "deletedInstances", world.instances.deleted().all(), DeletedInstance::save);
        list(saved, "containers", world.containers.all(), Bodied::body);
        list(saved, "blobServices", world.blobServices.all(), service -> JsonNodeFactory.instance
                .objectNode()
                .put("id", service.id().text())
                .set("body", service.body()));
        saved.set("works", world.works.save());
        saved.set("recoveryPoints", new SavedPoints(world).save());
        saved.set("jobs", new SavedJobs(world).save());
        ObjectNode effective = saved.putObject("rolesAct");
        world.roles
                .all()
                .forEach(role -> effective.put(role.name(), role.effective().toString()));
        saved.set("events", world.timeline.save());
        return saved;
    }

    private static <T> void list(
            ObjectNode to, String name, Collection<T> items, Function<T, ? extends JsonNode> save) {
        ArrayNode list = to.putArray(name);
        items.forEach(item -> list.add(save.apply(item)));
    }

    /** Takes up what was saved; what the estate's other lists hold is there already. */
    void load(JsonNode saved) {
        world.operations.loadSignatures(saved.path("signatures"));
        world.directory.load(saved.path("directory"));
        each(saved, "vaults", vault -> world.vaults.put(Vault.load(vault)));
        each(saved, "policies", policy -> world.policies.put(Policy.load(policy)));
        each(saved, "resourceGuards", guard -> world.resourceGuards.put(ResourceGuard.load(guard)));
        each(saved, "guardProxies", proxy -> world.guardProxies.put(GuardProxy.load(proxy)));
        each(saved, "deletedVaults", vault -> world.deletedVaults.put(DeletedVault.load(vault)));
        each(saved, "operations", operation -> world.operations.add(Operation.load(operation)));
        each(saved, "instances", instance -> world.instances.add(instance(instance)));
        each(saved, "deletedInstances", this::deleted);
        each(
                saved,
                "containers",
                body -> world.containers.put(
                        new BlobContainer(ArmId.of(body.path("id").asText()), body.deepCopy())));
        each(
                saved,
                "blobServices",
                service -> world.blobServices.put(new BlobService(
                        ArmId.of(service.path("id").asText()),
                        service.path("body").deepCopy())));
        world.works.load(saved.path("works"));
        new SavedPoints(world).load(saved.path("recoveryPoints"));
        new SavedJobs(world).load(saved.path("jobs"));
        saved.path("rolesAct")
                .properties()
                .forEach(
                        role -> act(role.getKey(), Instant.parse(role.getValue().asText())));
        world.timeline.load(saved.path("events"));
    }

    private static void each(JsonNode saved, String list, Consumer<JsonNode> load) {
        int i = 0;
        for (JsonNode item : saved.path(list)) {
            try {
                load.accept(item);
            } catch (Refusal | IllegalArgumentException | DateTimeException misfit) {
                throw new EstateException("world." + list + "[" + i + "]", String.valueOf(misfit.getMessage()));
            }
            i++;
        }
    }

    /** Of most, what they protect stands in the estate's list already. */
    private BackupInstance instance(JsonNode saved) {
        ObjectNode body = instances.get(ArmId.of(saved.path("id").asText()));
        return BackupInstance.load(saved, body == null ? saved : body, world.operations);
    }

    private void deleted(JsonNode saved) {
        DeletedInstance gone = DeletedInstance.load(saved, world.operations);
        world.instances.add(gone.instance());
        world.instances.softDelete(gone);
    }

    private void act(String name, Instant effective) {
        RoleAssignment known = world.roles.get(name);
        if (known != null) {
            world.roles.seed(known.acting(effective));
        }
    }
}
