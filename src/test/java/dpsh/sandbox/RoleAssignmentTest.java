package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoleAssignmentTest {
    private static final String FIRST = "11111111-0000-0000-0000-00000000000a";
    private static final String SECOND = "11111111-0000-0000-0000-00000000000b";
    private static final String VERSION = "api-version=2022-04-01";

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    private List<String> names(String scope, String filter) {
        String query = filter.isEmpty() ? "" : "&$filter=" + filter.replace(" ", "%20");
        return wire.get(scope + "/providers/Microsoft.Authorization/roleAssignments?" + VERSION + query)
                .body()
                .findValuesAsText("name");
    }

    @Test
    void assignmentCanBeReadListedAndDeleted() {
        Wire.Reply made = wire.assign(Wire.DISK, FIRST, Wire.READER, wire.principal());
        String url = Wire.DISK + "/providers/Microsoft.Authorization/roleAssignments/" + FIRST + "?" + VERSION;

        assertThat(made.status()).isEqualTo(201);
        JsonNode properties = made.body().path("properties");
        assertThat(properties.path("scope").asText()).isEqualTo(Wire.DISK);
        assertThat(properties.path("principalType").asText()).isEqualTo("ServicePrincipal");
        assertThat(properties.path("roleDefinitionId").asText()).endsWith("/roleDefinitions/" + Wire.READER);
        JsonNode read = wire.get(url).body();
        assertThat(properties.get("createdBy").isNull()).isTrue();
        ((ObjectNode) properties).set("createdBy", read.path("properties").path("createdBy"));
        assertThat(read).isEqualTo(made.body());
        assertThat(names(Wire.DISK, "")).containsExactly(FIRST);
        assertThat(wire.delete(url).status()).isEqualTo(200);
        assertThat(wire.delete(url).status()).isEqualTo(204);
        assertThat(names(Wire.DISK, "")).isEmpty();
    }

    @Test
    void assignmentActsOnlyAfterItsLag() {
        wire.assign(Wire.ACCOUNT, FIRST, Wire.ACCOUNT_CONTRIBUTOR, wire.principal());

        assertThat(wire.verdict(Wire.blobProtection())).isEqualTo("UserErrorMissingRequiredPermissions");
        wire.pass(59);
        assertThat(wire.verdict(Wire.blobProtection())).as("119 s").isEqualTo("UserErrorMissingRequiredPermissions");
        wire.pass(1);
        assertThat(wire.verdict(Wire.blobProtection())).isEqualTo("Succeeded");
    }

    @Test
    void assignmentAboveTheScopeActsToo() {
        wire.assign(Wire.STORAGE, FIRST, Wire.ACCOUNT_CONTRIBUTOR, wire.principal());
        wire.pass(120);

        assertThat(wire.verdict(Wire.blobProtection())).isEqualTo("Succeeded");
    }

    @Test
    void ownerIsNotTheNamedRole() {
        wire.assign(Wire.ACCOUNT, FIRST, "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", wire.principal());
        wire.pass(120);

        assertThat(wire.verdict(Wire.blobProtection())).isEqualTo("UserErrorMissingRequiredPermissions");
    }

    @Test
    void revokedRoleActsNoMore() {
        wire.grant();
        wire.delete(Wire.ACCOUNT
                + "/providers/Microsoft.Authorization/roleAssignments/11111111-0000-0000-0000-000000000003?" + VERSION);

        assertThat(wire.verdict(Wire.blobProtection())).isEqualTo("UserErrorMissingRequiredPermissions");
    }

    @Test
    void sameRoleUnderAnotherNameExistsAlready() {
        wire.assign(Wire.DISK, FIRST, Wire.READER, wire.principal());

        Wire.Reply again = wire.assign(Wire.DISK, FIRST, Wire.READER, wire.principal());
        Wire.Reply other = wire.assign(Wire.DISK, SECOND, Wire.READER, wire.principal());
        Wire.Reply changed = wire.assign(Wire.DISK, FIRST, Wire.SNAPSHOT_CONTRIBUTOR, wire.principal());

        assertThat(again.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.errorCode()).isEqualTo("RoleAssignmentExists");
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.errorCode()).isEqualTo("RoleAssignmentUpdateNotPermitted");
    }

    @Test
    void unknownPrincipalAndUnknownRoleAreRefused() {
        Wire.Reply principal = wire.assign(Wire.DISK, FIRST, Wire.READER, "33333333-0000-0000-0000-000000000000");
        Wire.Reply role = wire.assign(Wire.DISK, FIRST, "33333333-0000-0000-0000-000000000000", wire.principal());

        assertThat(principal.status()).isEqualTo(400);
        assertThat(principal.errorCode()).isEqualTo("PrincipalNotFound");
        assertThat(role.errorCode()).isEqualTo("RoleDefinitionDoesNotExist");
    }

    @Test
    void freshIdentityIsFoundAfterReplication() {
        String url = Wire.OPERATIONS
                + "/resourceGroups/PaygRG/providers/Microsoft.DataProtection/backupVaults/freshVault?api-version=2024-04-01";
        Wire.Reply vault = wire.put(url, """
                {"location":"eastus","identity":{"type":"systemAssigned"},"properties":{"storageSettings":[
                {"datastoreType":"VaultStore","type":"LocallyRedundant"}]}}""");
        String principal = vault.body().path("identity").path("principalId").asText();

        assertThat(wire.assign(Wire.DISK, FIRST, Wire.READER, principal).errorCode())
                .isEqualTo("PrincipalNotFound");
        wire.pass(15);
        assertThat(wire.assign(Wire.DISK, FIRST, Wire.READER, principal).status())
                .isEqualTo(201);
    }

    @Test
    void listShowsAboveAndBelowUnlessToldAtScope() {
        String group = Wire.OPERATIONS + "/resourceGroups/RG-DiskBackup";
        String principal = wire.principal();
        wire.assign(Wire.OPERATIONS, FIRST, Wire.READER, principal);
        wire.assign(Wire.DISK, SECOND, Wire.READER, principal);

        assertThat(names(group, "principalId eq '" + principal + "'")).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(names(group, "atScope()")).containsExactly(FIRST);
        assertThat(names(group, "atScope() and assignedTo('" + principal + "')"))
                .containsExactly(FIRST);
        assertThat(names(group, "principalId eq '33333333-0000-0000-0000-000000000000'"))
                .isEmpty();
        assertThat(names(Wire.STORAGE, "")).isEmpty();
        assertThat(wire.get(group + "/providers/Microsoft.Authorization/roleAssignments?" + VERSION + "&$filter=x")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void roleDefinitionsAreFoundByNameAndById() {
        String definitions = "/providers/Microsoft.Authorization/roleDefinitions";
        JsonNode found = wire.get(Wire.OPERATIONS + definitions + "?" + VERSION
                        + "&$filter=roleName%20eq%20'Disk%20Backup%20Reader'")
                .body()
                .path("value");

        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("name").asText()).isEqualTo(Wire.READER);
        assertThat(found.path(0).path("id").asText()).isEqualTo(Wire.OPERATIONS + definitions + "/" + Wire.READER);
        assertThat(wire.get(definitions + "/" + Wire.READER + "?" + VERSION)
                        .body()
                        .path("properties")
                        .path("roleName")
                        .asText())
                .isEqualTo("Disk Backup Reader");
        assertThat(wire.get(Wire.OPERATIONS + definitions + "?" + VERSION)
                        .body()
                        .path("value"))
                .hasSizeGreaterThan(20);
    }

    @Test
    void namesAndPrincipalsMustBeGuids() {
        assertThat(wire.assign(Wire.DISK, "first", Wire.READER, wire.principal())
                        .errorCode())
                .isEqualTo("InvalidRoleAssignmentId");
        assertThat(wire.assign(Wire.DISK, FIRST, Wire.READER, "somebody").errorCode())
                .isEqualTo("InvalidPrincipalId");
        assertThat(wire.assign(Wire.DISK, FIRST, "Reader", wire.principal()).errorCode())
                .isEqualTo("InvalidRoleDefinitionId");
        String url = Wire.DISK + "/providers/Microsoft.Authorization/roleAssignments/" + FIRST + "?" + VERSION;
        assertThat(wire.put(url, "{\"properties\":{}}").errorCode()).isEqualTo("BadRequestFormat");
    }

    @Test
    void assignmentIsFoundAndDeletedAtItsOwnScopeOnly() {
        wire.assign(Wire.DISK, FIRST, Wire.READER, wire.principal());
        String below = "/providers/Microsoft.Authorization/roleAssignments/" + FIRST + "?" + VERSION;

        assertThat(wire.get(Wire.OPERATIONS + below).errorCode()).isEqualTo("RoleAssignmentNotFound");
        assertThat(wire.delete(Wire.OPERATIONS + below).status()).isEqualTo(204);
        assertThat(wire.get(Wire.DISK + below).status()).isEqualTo(200);
        assertThat(wire.delete(Wire.DISK + below).status()).isEqualTo(200);
        assertThat(wire.delete(Wire.DISK + below).status()).isEqualTo(204);
    }

    @Test
    void filtersThatTheServiceRefusesAreRefused() {
        String list = Wire.DISK + "/providers/Microsoft.Authorization/roleAssignments?" + VERSION + "&$filter=";
        String principal = wire.principal();

        assertThat(wire.get(list + "principalId%20eq%20" + principal).errorCode())
                .isEqualTo("UnsupportedQuery");
        assertThat(wire.get(list + "atScope()%20and%20principalId%20eq%20'" + principal + "'")
                        .errorCode())
                .isEqualTo("UnsupportedQuery");
    }

    @Test
    void definitionsAreFilteredAndPermissionsTold() {
        String definitions =
                Wire.OPERATIONS + "/providers/Microsoft.Authorization/roleDefinitions?" + VERSION + "&$filter=";
        JsonNode owner = wire.get(definitions + "atScopeAndBelow()%20and%20roleName%20eq%20'owner'")
                .body()
                .path("value");
        assertThat(owner).hasSize(1);
        assertThat(owner.path(0)
                        .path("properties")
                        .path("permissions")
                        .path(0)
                        .path("actions")
                        .path(0)
                        .asText())
                .isEqualTo("*");
        assertThat(wire.get(definitions + "type%20eq%20'CustomRole'").body().path("value"))
                .isEmpty();
        assertThat(wire.get(definitions + "size%20eq%201").errorCode()).isEqualTo("UnsupportedQuery");
        assertThat(wire.get(Wire.DISK + "/providers/Microsoft.Authorization/permissions?" + VERSION)
                        .body()
                        .path("value")
                        .path(0)
                        .path("actions")
                        .path(0)
                        .asText())
                .isEqualTo("*");
    }
}
