package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.estate.EstateDocument;
import dpsh.sandbox.estate.EstateException;
import dpsh.sandbox.estate.EstateList;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the bodies of an estate into a world. Groups and subscriptions that only the ID of something else names come into
 * being with it, since who exports an estate cannot always read them; a policy's or an instance's vault must be there. An
 * instance whose datasource is gone is taken: there are such.
 */
final class EstateLoader {
    private static final Set<BackupInstance.State> TRANSIENT = EnumSet.of(
            BackupInstance.State.ConfiguringProtection,
            BackupInstance.State.UpdatingProtection,
            BackupInstance.State.SoftDeleting,
            BackupInstance.State.SoftDeleted,
            BackupInstance.State.ProtectionConfigured);

    /** What a body is put into the world by. */
    @FunctionalInterface
    private interface Load {
        void put(ArmId id, ObjectNode body);
    }

    /** With more instances than these each has one day of recovery points, not a week: they take time and room. */
    private static final int MANY = 1000;

    private final World world;
    private Instant since = SandboxEstate.CREATED;

    EstateLoader(World world) {
        this.world = world;
    }

    /** Throws {@link EstateException} with the place of the body that does not fit. */
    void load(EstateDocument estate) {
        each(estate, EstateList.SUBSCRIPTIONS, this::subscription);
        each(estate, EstateList.RESOURCE_GROUPS, this::group);
        each(estate, EstateList.IDENTITIES, this::identity);
        each(estate, EstateList.DISKS, this::disk);
        each(estate, EstateList.SNAPSHOTS, this::snapshot);
        each(estate, EstateList.STORAGE_ACCOUNTS, this::account);
        ObjectNode saved = estate.world();
        if (saved == null) {
            each(estate, EstateList.VAULTS, this::vault);
            each(estate, EstateList.BACKUP_POLICIES, this::policy);
            boolean many = estate.list(EstateList.BACKUP_INSTANCES).size() > MANY;
            since = many ? Instant.now().minus(Duration.ofDays(1)) : since;
            each(estate, EstateList.BACKUP_INSTANCES, this::instance);
        }
        roles(estate);
        if (saved != null) {
            Map<ArmId, ObjectNode> instances = new HashMap<>();
            estate.list(EstateList.BACKUP_INSTANCES)
                    .forEach(body -> instances.put(ArmId.of(body.path("id").asText()), body));
            new WorldState(world, instances).load(saved);
        }
    }

    private static void each(EstateDocument estate, EstateList list, Load load) {
        int i = 0;
        for (ObjectNode body : estate.list(list)) {
            String where = list.member() + "[" + i++ + "]";
            try {
                load.put(ArmId.of(body.path("id").asText()), body);
            } catch (EstateException located) {
                throw new EstateException(where, located.getMessage());
            } catch (Refusal | IllegalArgumentException misfit) {
                throw new EstateException(where, String.valueOf(misfit.getMessage()));
            }
        }
    }

    private void subscription(ArmId id, ObjectNode body) {
        String name = body.path("displayName").asText(id.subscription());
        world.subscriptions.put(id, new Subscription(id, name, world.directory.tenant()));
    }

    private void group(ArmId id, ObjectNode body) {
        ArmId subscription = ArmId.subscription(id.subscription());
        if (!world.subscriptions.containsKey(subscription)) {
            subscription(subscription, body.objectNode());
        }
        boolean own = body.path("id").asText().equalsIgnoreCase(id.text());
        String location = location(body);
        world.groups.put(own ? new ResourceGroup(id, body.deepCopy()) : new ResourceGroup(id, location));
    }

    private void resource(ArmId id, ObjectNode body) {
        if (world.groups.get(id.groupId()) == null) {
            group(id.groupId(), body);
        }
    }

    private void disk(ArmId id, ObjectNode body) {
        resource(id, body);
        sku(body);
        location(body);
        world.disks.put(new Disk(id, body));
    }

    private void snapshot(ArmId id, ObjectNode body) {
        resource(id, body);
        world.snapshots.put(new Snapshot(id, body));
    }

    private void identity(ArmId id, ObjectNode body) {
        resource(id, body);
        UserIdentity identity = new UserIdentity(id, body.deepCopy());
        if (identity.principalId().isBlank()) {
            throw new EstateException("properties.principalId", "the identity's object ID is missing");
        }
        world.identities.put(identity);
        world.directory.knows(identity.principalId());
    }

    private void account(ArmId id, ObjectNode body) {
        resource(id, body);
        sku(body);
        location(body);
        world.accounts.put(new StorageAccount(id, body));
    }

    private void vault(ArmId id, ObjectNode body) {
        resource(id, body);
        Vault vault = new Vault(id, location(body));
        vault.configure(CaseBlind.member(body, "properties"));
        vault.tags(CaseBlind.member(body, "tags"));
        vault.identity(identityOf(body.path("identity")));
        String state = CaseBlind.text(body.path("properties"), "provisioningState");
        // No operation of it is loaded that could end another state.
        vault.provisioning("Failed".equals(state) ? state : "Succeeded");
        world.vaults.put(vault);
    }

    private @Nullable Identity identityOf(JsonNode given) {
        String principal = CaseBlind.text(given, "principalId");
        String tenant = CaseBlind.text(given, "tenantId");
        List<AssignedIdentity> users = new ArrayList<>();
        JsonNode named = CaseBlind.member(given, "userAssignedIdentities");
        if (named != null) {
            named.properties()
                    .forEach(user -> users.add(
                            AssignedIdentity.shown(ArmId.of(user.getKey()), user.getValue(), world.identities)));
        }
        if (principal != null) {
            world.directory.knows(principal);
        }
        boolean none = principal == null && users.isEmpty();
        return none ? null : new Identity(principal, tenant == null ? world.directory.tenant() : tenant, users);
    }

    private void policy(ArmId id, ObjectNode body) {
        Vault vault = vaultOf(id);
        JsonNode properties = body.path("properties");
        if (!Policy.isComplete(properties)) {
            throw new EstateException("properties", "a policy has an objectType, datasourceTypes and policyRules");
        }
        world.policies.put(Policy.of(vault.id().child("backupPolicies", id.name()), properties));
    }

    private Vault vaultOf(ArmId child) {
        Vault vault = world.vaults.get(child.parent());
        if (vault == null) {
            throw new EstateException("id", "the estate has no vault " + child.parent());
        }
        return vault;
    }

    private void instance(ArmId id, ObjectNode body) {
        ArmId vault = vaultOf(id).id();
        JsonNode properties = body.path("properties");
        Protection protection = Protection.read(properties);
        BackupInstance instance = new BackupInstance(
                vault.child("backupInstances", id.name()), protection, CaseBlind.member(body, "tags"));
        settle(instance, since, CaseBlind.text(properties, "currentProtectionState"));
        world.instances.add(instance);
    }

    /** One that was being worked on is taken as it was before, since the work itself is not in an estate. */
    private static void settle(BackupInstance instance, Instant since, @Nullable String state) {
        instance.configured(since);
        for (BackupInstance.State known : BackupInstance.State.values()) {
            if (known.name().equalsIgnoreCase(state) && !TRANSIENT.contains(known)) {
                instance.becomes(known);
            }
        }
    }

    private void roles(EstateDocument estate) {
        Map<String, Role> byDefinition = new HashMap<>();
        int i = 0;
        for (ObjectNode body : estate.list(EstateList.ROLE_ASSIGNMENTS)) {
            String where = EstateList.ROLE_ASSIGNMENTS.member() + "[" + i++ + "]";
            JsonNode properties = body.path("properties");
            String definition = properties.path("roleDefinitionId").asText();
            Role role = byDefinition.computeIfAbsent(
                    definition.substring(definition.lastIndexOf('/') + 1), world.roles.catalog()::byId);
            ArmId scope = ArmId.parse(properties.path("scope").asText());
            String principal = CaseBlind.text(properties, "principalId");
            if (principal == null) {
                throw new EstateException(where + ".properties.principalId", "the principal is missing");
            }
            // Custom roles and assignments at management groups mean nothing to this world.
            if (role != null && scope != null) {
                world.directory.knows(principal);
                world.roles.seed(assignment(body, scope, role, principal));
            }
        }
    }

    private static RoleAssignment assignment(ObjectNode body, ArmId scope, Role role, String principal) {
        JsonNode properties = body.path("properties");
        Instant created = time(properties, "createdOn");
        String id = body.path("id").asText();
        return new RoleAssignment(
                id.substring(id.lastIndexOf('/') + 1),
                scope,
                role,
                principal,
                properties.path("principalType").asText("ServicePrincipal"),
                properties.path("createdBy").asText(Caller.OPERATOR.objectId()),
                created,
                created);
    }

    private static String location(ObjectNode body) {
        String location = CaseBlind.text(body, "location");
        if (location == null || location.isBlank()) {
            throw new EstateException("location", "the region is missing");
        }
        return location;
    }

    private static String sku(ObjectNode body) {
        String sku = CaseBlind.text(body.path("sku"), "name");
        if (sku == null || sku.indexOf('_') < 0) {
            throw new EstateException("sku.name", "a SKU is like Premium_LRS, not " + body.path("sku"));
        }
        return sku;
    }

    private static Instant time(@Nullable JsonNode properties, String member) {
        String text = CaseBlind.text(properties, member);
        try {
            return text == null ? SandboxEstate.CREATED : Instant.parse(text);
        } catch (DateTimeParseException noTime) {
            throw new EstateException("properties." + member, "'" + text + "' is no time");
        }
    }
}
