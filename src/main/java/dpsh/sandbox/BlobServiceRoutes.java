package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The blob service of an account: its settings as they were given, and those that operational backup turns on (versioning, change
 * feed, point-in-time restore, soft delete five days longer: operational backup overview; the days are assumed to follow the
 * policy).
 */
final class BlobServiceRoutes {
    private static final String SERVICES =
            "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Storage/storageAccounts/{account}"
                    + "/blobServices";
    private static final String RESTORE = "restorePolicy";
    private static final int SOFT_DELETE_MARGIN_DAYS = 5;

    private final World world;

    BlobServiceRoutes(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.arm("GET", SERVICES + "/default", call -> Answer.json(200, shown(account(call), call.at())));
        router.arm("PUT", SERVICES + "/default", this::put);
        router.arm("GET", SERVICES, call -> {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putArray("value").add(shown(account(call), call.at()));
            return Answer.json(200, body);
        });
    }

    private StorageAccount account(Call call) {
        ArmId id = world.group(call).id().resource("Microsoft.Storage", "storageAccounts", call.var("account"));
        StorageAccount found = world.accounts.get(id);
        if (found == null) {
            throw Refusal.resourceNotFound(id);
        }
        return found;
    }

    private Answer put(Call call) {
        StorageAccount account = account(call);
        JsonNode properties = CaseBlind.member(call.json(), "properties");
        ArmId id = account.id().child("blobServices", "default");
        world.blobServices.put(new BlobService(
                id, properties instanceof ObjectNode given ? given.deepCopy() : JsonNodeFactory.instance.objectNode()));
        return Answer.json(200, shown(account, call.at()));
    }

    private ObjectNode shown(StorageAccount account, Instant now) {
        ArmId id = account.id().child("blobServices", "default");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("sku", account.body().path("sku").deepCopy());
        json.put("id", id.text()).put("name", "default").put("type", StorageAccount.TYPE + "/blobServices");
        ObjectNode properties = json.putObject("properties");
        properties.putObject("cors").putArray("corsRules");
        properties
                .putObject("deleteRetentionPolicy")
                .put("allowPermanentDelete", false)
                .put("enabled", false);
        BlobService given = world.blobServices.get(id);
        if (given != null) {
            properties.setAll(given.body().deepCopy());
        }
        BackupInstance protector = operational(account.id());
        if (protector != null) {
            int days = days(world.policies.get(protector.protection().policy()));
            properties
                    .putObject("deleteRetentionPolicy")
                    .put("allowPermanentDelete", false)
                    .put("enabled", true)
                    .put("days", days + SOFT_DELETE_MARGIN_DAYS);
            properties.put("isVersioningEnabled", true);
            properties.putObject("changeFeed").put("enabled", true);
            properties
                    .putObject(RESTORE)
                    .put("enabled", true)
                    .put("days", days)
                    .put("minRestoreTime", DotNetTime.precise(now.minus(days, ChronoUnit.DAYS)));
        }
        return json;
    }

    private @Nullable BackupInstance operational(ArmId account) {
        return world.instances.protecting(account).stream()
                .filter(instance -> instance.protection().kind() == DatasourceKind.BLOB)
                .filter(instance -> instance.state() == BackupInstance.State.ProtectionConfigured)
                .filter(instance -> {
                    Policy policy = world.policies.get(instance.protection().policy());
                    return policy != null && keepsLocally(policy);
                })
                .findFirst()
                .orElse(null);
    }

    private static boolean keepsLocally(Policy policy) {
        return policy.properties().findValuesAsText("dataStoreType").contains("OperationalStore");
    }

    /** How long the operational store keeps, in days; 30 when the policy does not say it in a form we know. */
    private static int days(@Nullable Policy policy) {
        if (policy != null) {
            for (JsonNode rule : policy.properties().path("policyRules")) {
                for (JsonNode lifecycle : rule.path("lifecycles")) {
                    if (lifecycle
                            .path("sourceDataStore")
                            .path("dataStoreType")
                            .asText()
                            .equals("OperationalStore")) {
                        try {
                            Period keep = Period.parse(lifecycle
                                    .path("deleteAfter")
                                    .path("duration")
                                    .asText());
                            return (int) (keep.toTotalMonths() * 30 + keep.getDays());
                        } catch (DateTimeException odd) {
                            return 30;
                        }
                    }
                }
            }
        }
        return 30;
    }
}
