package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What puts a vault under a resource guard, in the shape of az's recording resource_guard_mapping (2024-02).
 *
 * @param guard as it was when it was last written
 * @param updated when the proxy was last written
 * @param unlocks deletes that are allowed for a while
 */
record GuardProxy(ArmId id, ResourceGuard guard, Instant updated, List<Unlock> unlocks) implements Stored {
    /** Spelled with {@code vaults} by the service (recordings of 2023 and 2024). */
    static final String TYPE = "Microsoft.DataProtection/vaults/backupResourceGuardProxies";

    /**
     * An operation that was unlocked.
     *
     * @param resource what it was unlocked for; null for whatever comes next
     */
    record Unlock(GuardedOperation operation, @Nullable ArmId resource, Instant until) {
        boolean allows(GuardedOperation wanted, ArmId target, Instant now) {
            return operation == wanted && now.isBefore(until) && (resource == null || resource.equals(target));
        }
    }

    GuardProxy {
        unlocks = List.copyOf(unlocks);
    }

    /** The same under what its guard has become. */
    GuardProxy under(ResourceGuard changed) {
        return new GuardProxy(id, changed, updated, unlocks);
    }

    GuardProxy unlocked(List<Unlock> more, Instant now) {
        List<Unlock> left = new ArrayList<>(more);
        unlocks.stream().filter(unlock -> now.isBefore(unlock.until())).forEach(left::add);
        return new GuardProxy(id, guard, updated, left);
    }

    GuardProxy without(Unlock used) {
        return new GuardProxy(
                id,
                guard,
                updated,
                unlocks.stream().filter(unlock -> unlock != used).toList());
    }

    boolean watches(GuardedOperation operation) {
        return GuardedOperation.without(guard.exclusions()).contains(operation);
    }

    /** The watched operation of a Backup vault that this request stands for; null when there is none. */
    @Nullable
    GuardedOperation asked(String request) {
        String wanted = request.toLowerCase(Locale.ROOT);
        return GuardedOperation.without(guard.exclusions()).stream()
                .filter(GuardedOperation::ofBackupVault)
                .filter(each ->
                        each.defaultRequest(guard.id()).toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    @Override
    public ObjectNode json(ApiVersion version) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = own.putObject("properties");
        properties.put("resourceGuardResourceId", guard.id().text());
        ArrayNode details = properties.putArray("resourceGuardOperationDetails");
        GuardedOperation.without(guard.exclusions()).stream()
                .filter(GuardedOperation::ofBackupVault)
                .forEach(each -> details.addObject()
                        .put("vaultCriticalOperation", each.operation())
                        .put("defaultResourceRequest", each.defaultRequest(guard.id())));
        properties.put("lastUpdatedTime", DotNetTime.precise(updated));
        if (guard.description() != null) {
            properties.put("description", guard.description());
        }
        return Resource.body(version, this, TYPE, own);
    }

    ObjectNode save() {
        ObjectNode saved = JsonNodeFactory.instance.objectNode().put("id", id.text());
        saved.set("guard", guard.save());
        saved.put("updated", updated.toString());
        ArrayNode list = saved.putArray("unlocks");
        for (Unlock unlock : unlocks) {
            ObjectNode entry =
                    list.addObject().put("operation", unlock.operation().name());
            if (unlock.resource() != null) {
                entry.put("resource", unlock.resource().text());
            }
            entry.put("until", unlock.until().toString());
        }
        return saved;
    }

    static GuardProxy load(JsonNode saved) {
        List<Unlock> unlocks = new ArrayList<>();
        for (JsonNode entry : saved.path("unlocks")) {
            unlocks.add(new Unlock(
                    GuardedOperation.valueOf(entry.path("operation").asText()),
                    ArmId.parse(entry.path("resource").asText()),
                    Instant.parse(entry.path("until").asText())));
        }
        return new GuardProxy(
                ArmId.of(saved.path("id").asText()),
                ResourceGuard.load(saved.path("guard")),
                Instant.parse(saved.path("updated").asText()),
                unlocks);
    }
}
