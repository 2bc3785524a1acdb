package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A Backup vault: its identity and settings, as recorded 2023 to 2026 (wire notes section 3.1). Guarded by the world's lock. */
final class Vault implements Stored {
    static final String TYPE = "Microsoft.DataProtection/backupVaults";
    private static final String SECURITY = "securitySettings";

    private final ArmId id;
    private final String location;
    private final ObjectNode settings = JsonNodeFactory.instance.objectNode();
    private @Nullable JsonNode tags;
    private @Nullable Identity identity;
    private String provisioningState = "Succeeded";
    private boolean guarded;

    Vault(ArmId id, String location) {
        this.id = id;
        this.location = location;
    }

    @Override
    public ArmId id() {
        return id;
    }

    String location() {
        return location;
    }

    /** Without case and blanks, for comparing regions and for operation URLs. */
    static String normalLocation(String location) {
        return location.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /** The first half of all its operation IDs; one that was brought back has its old one (recorded 2026-08). */
    String operationsGuid() {
        return UUID.nameUUIDFromBytes(("operations of " + id.key()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Nullable
    Identity identity() {
        return identity;
    }

    void identity(@Nullable Identity newIdentity) {
        identity = newIdentity;
    }

    void provisioning(String state) {
        provisioningState = state;
    }

    /** Whether it is under a resource guard from now on. */
    void guarded(boolean now) {
        guarded = now;
    }

    /** Between an accepted DELETE and its end. */
    boolean isBeingDeleted() {
        return provisioningState.equals("Deleting");
    }

    void tags(@Nullable JsonNode newTags) {
        tags = newTags;
    }

    /** Takes over the writable blocks of a request body that are given; the others stay as they were. */
    void configure(@Nullable JsonNode properties) {
        CaseBlind.copy(properties, settings, "storageSettings", "monitoringSettings", "featureSettings");
        JsonNode security = CaseBlind.member(properties, SECURITY);
        CaseBlind.copy(
                security,
                settings.withObject("/" + SECURITY),
                "softDeleteSettings",
                "immutabilitySettings",
                "encryptionSettings");
        if (softDelete() instanceof ObjectNode setting) {
            boolean off = setting.path("state").asText().equalsIgnoreCase("Off");
            setting.put(
                    "retentionDurationInDays",
                    setting.path("retentionDurationInDays").asDouble(off ? 0.0 : VaultRules.DEFAULT_RETENTION_DAYS));
        }
    }

    /** What it is told when the request that makes it says nothing of soft delete (recorded: On, 14 days). */
    void softDeleteBy(String state) {
        ObjectNode setting = settings.withObject("/" + SECURITY).withObject("/softDeleteSettings");
        setting.put("state", state).put("retentionDurationInDays", (double) VaultRules.DEFAULT_RETENTION_DAYS);
    }

    private JsonNode softDelete() {
        return settings.path(SECURITY).path("softDeleteSettings");
    }

    /** Off, On or AlwaysOn, in the caller's case; empty when it was never set. */
    String softDeleteState() {
        return softDelete().path("state").asText();
    }

    boolean softDeletes() {
        return !softDeleteState().isEmpty() && !softDeleteState().equalsIgnoreCase("Off");
    }

    Duration softDeleteRetention() {
        double days = softDelete().path("retentionDurationInDays").asDouble(VaultRules.DEFAULT_RETENTION_DAYS);
        return Duration.ofSeconds((long) (days * Duration.ofDays(1).toSeconds()));
    }

    /** Disabled, Unlocked or Locked. */
    String immutability() {
        return settings.path(SECURITY)
                .path("immutabilitySettings")
                .path("state")
                .asText("Disabled");
    }

    boolean isImmutable() {
        return !immutability().equalsIgnoreCase("Disabled");
    }

    /** LocallyRedundant and so on; empty when it has none. */
    String redundancy() {
        return settings.path("storageSettings").path(0).path("type").asText();
    }

    /** Whether something of it may be restored in another subscription. */
    boolean restoresAcrossSubscriptions() {
        return !settings.path("featureSettings")
                .path("crossSubscriptionRestoreSettings")
                .path("state")
                .asText("Enabled")
                .equalsIgnoreCase("Disabled");
    }

    /** Everything that a caller can set, to see whether a request changes anything. */
    ObjectNode written() {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.set("settings", settings.deepCopy());
        written.set("tags", tags == null ? null : tags.deepCopy());
        if (identity != null) {
            written.set("identity", identity.json(true));
        }
        return written;
    }

    @Override
    public ObjectNode json(ApiVersion version) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        own.put("location", location);
        if (tags != null) {
            own.set("tags", tags.deepCopy());
        }
        if (identity != null) {
            own.set("identity", identity.json(provisioningState.equals("Succeeded")));
        }
        own.set("properties", properties(version));
        return Resource.body(version, this, TYPE, own);
    }

    /** In the service's order; later versions tell more (recordings of 2022-12-01 to 2026-06-01; regions in az 2024-02). */
    ObjectNode properties(ApiVersion version) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.put("provisioningState", provisioningState);
        CaseBlind.copy(settings, properties, "storageSettings");
        properties.put("isVaultProtectedByResourceGuard", guarded);
        CaseBlind.copy(settings, properties, "monitoringSettings");
        if (!settings.path(SECURITY).isEmpty()) {
            CaseBlind.copy(settings, properties, SECURITY);
        }
        CaseBlind.copy(settings, properties, "featureSettings");
        if (version.isSince("2023-05-01")) {
            properties.put("secureScore", secureScore());
        }
        if (version.isSince("2024-04-01")) {
            properties.put("bcdrSecurityLevel", bcdrSecurityLevel());
        }
        if (version.isSince("2023-11-01")) {
            ArrayNode regions = properties.putArray("replicatedRegions");
            String pair = redundancy().equalsIgnoreCase("GeoRedundant") ? Regions.pair(location) : null;
            if (pair != null) {
                regions.add(pair);
            }
        }
        if (version.isSince("2026-04-01")) {
            properties.putObject("regionOfChoiceSettings").put("status", "NotApplicable");
        } else if (version.isSince("2025-09-01")) {
            properties.put("crossRegionBackupSettings", "NotApplicable");
        }
        return properties;
    }

    /**
     * None, Adequate with one of soft delete always on and locked immutability, Maximum with both; the first two as recorded
     * (az recordings vault_create_and_delete, 2025-11, and deleted_vault_operations, 2026-01), the last assumed.
     */
    private String secureScore() {
        boolean always = softDeleteState().equalsIgnoreCase("AlwaysOn");
        boolean locked = immutability().equalsIgnoreCase("Locked");
        return always && locked ? "Maximum" : always || locked ? "Adequate" : "None";
    }

    /** Good for what survives its region, else Poor, as recorded; that zones count like regions is assumed. */
    private String bcdrSecurityLevel() {
        boolean crossRegion = settings.path("featureSettings")
                .path("crossRegionRestoreSettings")
                .path("state")
                .asText()
                .equalsIgnoreCase("Enabled");
        boolean survives = redundancy().equalsIgnoreCase("GeoRedundant") && crossRegion;
        return survives || redundancy().equalsIgnoreCase("ZoneRedundant") ? "Good" : "Poor";
    }

    ObjectNode save() {
        ObjectNode saved = written();
        saved.put("id", id.text()).put("location", location);
        return saved.put("provisioningState", provisioningState).put("guarded", guarded);
    }

    static Vault load(JsonNode saved) {
        Vault vault = new Vault(
                ArmId.of(saved.path("id").asText()), saved.path("location").asText());
        vault.settings.setAll((ObjectNode) saved.path("settings").deepCopy());
        vault.tags = CaseBlind.member(saved, "tags");
        vault.identity = saved.has("identity") ? Identity.load(saved.path("identity")) : null;
        vault.guarded = saved.path("guarded").asBoolean();
        vault.provisioningState = saved.path("provisioningState").asText();
        return vault;
    }
}
