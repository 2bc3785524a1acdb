package dpsh.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.SandboxEstate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Makes the world that a recording began in: by the estate what Azure's other services own, by requests what vaults own. */
final class Prelude {
    private static final String TENANT = "aaaabbbb-0000-cccc-1111-dddd2222eeee";
    private static final String VERSION = "?api-version=2025-07-01";
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final List<String> READ_ONLY = List.of(
            "provisioningState",
            "protectionStatus",
            "currentProtectionState",
            "protectionErrorDetails",
            "isVaultProtectedByResourceGuard",
            "secureScore",
            "bcdrSecurityLevel",
            "replicatedRegions",
            "resourceMoveState",
            "resourceMoveDetails",
            "deletionInfo",
            "regionOfChoiceSettings");

    private final Beginning beginning;

    Prelude(Beginning beginning) {
        this.beginning = beginning;
    }

    SandboxEstate estate() {
        SandboxEstate estate =
                SandboxEstate.empty(TENANT).roleLag(Duration.ZERO).principalLag(Duration.ZERO);
        beginning.groups().forEach(group -> estate.group(group, beginning.location(group)));
        beginning
                .present("/Microsoft.Compute/disks/")
                .forEach(id -> estate.disk(id, beginning.location(id), "Premium_LRS", 4, Map.of()));
        beginning
                .present("/Microsoft.Storage/storageAccounts/")
                .forEach(id -> estate.account(id, beginning.location(id), beginning.isLake(id), Map.of()));
        beginning
                .present("/Microsoft.DataProtection/backupVaults/")
                .forEach(id -> estate.vault(id, beginning.location(id)));
        return estate;
    }

    /** Vault settings, policies and instances, and time for all that to settle. */
    void play(Talk talk) {
        for (String vault : beginning.present("/Microsoft.DataProtection/backupVaults/")) {
            JsonNode body = beginning.body(vault);
            if (body != null && body.path("properties").has("storageSettings")) {
                talk.send("PUT", vault + VERSION, writable(body).toString());
            }
        }
        for (String guard : beginning.guards()) {
            talk.send("PUT", guard + VERSION, "{\"location\":\"" + beginning.location(guard) + "\"}");
        }
        beginning
                .containers()
                .forEach(container -> talk.send("PUT", container + "?api-version=2023-05-01", "{\"properties\":{}}"));
        talk.pass(LONG);
        for (String policy : beginning.present("/backupPolicies/")) {
            JsonNode body = beginning.body(policy);
            talk.send(
                    "PUT",
                    policy + VERSION,
                    body == null ? guess(policy) : writable(body).toString());
        }
        for (String instance : beginning.present("/backupInstances/")) {
            JsonNode body = beginning.body(instance);
            if (body != null) {
                permit(talk, vaultOf(instance), body);
                talk.send("PUT", instance + VERSION, writable(body).toString());
                talk.pass(LONG);
                restState(
                        talk,
                        instance,
                        body.path("properties").path("currentProtectionState").asText());
            }
        }
    }

    private static void restState(Talk talk, String instance, String state) {
        String action =
                switch (state) {
                    case "ProtectionStopped" -> "/stopProtection";
                    case "BackupsSuspended" -> "/suspendBackups";
                    default -> "";
                };
        if (!action.isEmpty()) {
            talk.send("POST", instance + action + VERSION, null);
            talk.pass(LONG);
        }
    }

    private static String vaultOf(String child) {
        int at = child.toLowerCase(Locale.ROOT).indexOf("/backupvaults/") + "/backupvaults/".length();
        int end = child.indexOf('/', at);
        return end < 0 ? child : child.substring(0, end);
    }

    /** A policy that is only mentioned: of the kind that the instances which mention it need. */
    private String guess(String policy) {
        String like = policy.toLowerCase(Locale.ROOT);
        for (JsonNode body : beginning.bodies().values()) {
            JsonNode info = body.path("properties").path("policyInfo");
            if (info.path("policyId").asText().toLowerCase(Locale.ROOT).equals(like)) {
                boolean vaulted = info.path("policyParameters").has("backupDatasourceParametersList");
                if (beginning.isLake(body.findPath("resourceID")
                        .asText(body.findPath("resourceId").asText()))) {
                    return Bodies.lakePolicy().replace("BackupDaily", beginning.rule("BackupDaily"));
                }
                boolean disk = body.toString().contains("Microsoft.Compute/disks");
                return disk ? diskPolicy() : vaulted ? vaultedPolicy() : Bodies.blobPolicy();
            }
        }
        return like.contains("blob") ? vaultedPolicy() : diskPolicy();
    }

    private String diskPolicy() {
        return Bodies.diskPolicy("PT4H", 7).replace("BackupHourly", beginning.rule("BackupHourly"));
    }

    private String vaultedPolicy() {
        return Bodies.vaultedPolicy().replace("BackupDaily", beginning.rule("BackupDaily"));
    }

    private static ObjectNode writable(JsonNode body) {
        ObjectNode copy = body.deepCopy();
        copy.remove(List.of("id", "name", "type", "systemData", "eTag"));
        if (copy.path("properties") instanceof ObjectNode properties) {
            properties.remove(READ_ONLY);
            if (properties.path("objectType").asText().equals("DeletedBackupInstance")) {
                properties.put("objectType", "BackupInstance");
            }
        }
        if (copy.path("identity") instanceof ObjectNode identity) {
            identity.remove(List.of("principalId", "tenantId"));
        }
        return copy;
    }

    /** Gives a vault's identity every role that a body may need; what it has already is refused and does no harm. */
    static void permit(Talk talk, String vault, JsonNode body) {
        String principal = talk.send("GET", vault + VERSION, null)
                .response()
                .path("identity")
                .path("principalId")
                .asText();
        if (principal.isEmpty()) {
            return;
        }
        talk.pass(Duration.ofMinutes(1));
        List<String> scopes = new ArrayList<>();
        scopes(body, scopes);
        for (String scope : scopes) {
            for (String role : List.of(
                    "3e5e47e6-65f7-47ef-90b5-e5dd4d455f24",
                    "7efff54f-a5b4-42b5-a1c5-5411624893ce",
                    "b50d9833-a0cb-478e-945f-707fcc997c13",
                    "e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1")) {
                byte[] seed = (scope.toLowerCase(Locale.ROOT) + role + principal).getBytes(StandardCharsets.UTF_8);
                String subscription = scope.substring(0, scope.indexOf('/', "/subscriptions/".length()));
                talk.send(
                        "PUT",
                        scope + "/providers/Microsoft.Authorization/roleAssignments/" + UUID.nameUUIDFromBytes(seed)
                                + "?api-version=2022-04-01",
                        """
                        {"properties":{"roleDefinitionId":"%s/providers/Microsoft.Authorization/roleDefinitions/%s",
                        "principalId":"%s","principalType":"ServicePrincipal"}}""".formatted(subscription, role, principal));
            }
        }
        talk.pass(Duration.ofMinutes(1));
    }

    /** The datasources, and the groups for snapshots and restored disks. */
    private static void scopes(JsonNode node, List<String> scopes) {
        node.properties().forEach(member -> {
            String name = member.getKey().toLowerCase(Locale.ROOT);
            String text = member.getValue().asText();
            boolean id = text.startsWith("/subscriptions/");
            if (id && name.equals("resourcegroupid")) {
                scopes.add(text);
            } else if (id && name.equals("resourceid")) {
                scopes.add(text);
                scopes.add(text.substring(0, text.toLowerCase(Locale.ROOT).indexOf("/providers/")));
            }
        });
        node.forEach(child -> scopes(child, scopes));
    }
}
