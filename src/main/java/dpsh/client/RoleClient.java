package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.Names;
import dpsh.backup.OperationKind;
import dpsh.backup.RoleAssignment;
import dpsh.backup.RoleNeed;
import dpsh.rest.ArmExchange;
import dpsh.rest.ArmRequest;
import dpsh.rest.ArmResponse;
import dpsh.rest.Effect;
import dpsh.rest.Pager;
import dpsh.rest.Verb;
import dpsh.wire.ResourceJson;
import dpsh.wire.RoleAssignmentBody;
import org.jspecify.annotations.Nullable;

/** Role assignments (Microsoft.Authorization 2022-04-01). */
public final class RoleClient {
    private static final String TYPE = "Microsoft.Authorization/roleAssignments";

    private final ArmExchange exchange;
    private final Pager pager;

    public RoleClient(ArmExchange exchange) {
        this.exchange = exchange;
        this.pager = new Pager(exchange);
    }

    /** {@code RoleAssignments_ListForScope}: those of the principal at the scope, above and below it. */
    public Pages<RoleAssignment> assignments(ResourceId scope, String principalId) {
        String url = Urls.below(scope, "providers/" + TYPE, ApiVersions.AUTHORIZATION)
                + Urls.parameter("$filter", "principalId eq '" + principalId + "'");
        return Pages.of(
                pager.pages(ArmRequest.get("RoleAssignments_ListForScope", url, scope)), ResourceJson::roleAssignment);
    }

    /** {@code RoleAssignments_ListForScope}: all at the scope, above and below it. */
    public Pages<RoleAssignment> assignments(ResourceId scope) {
        String url = Urls.below(scope, "providers/" + TYPE, ApiVersions.AUTHORIZATION);
        return Pages.of(
                pager.pages(ArmRequest.get("RoleAssignments_ListForScope", url, scope)), ResourceJson::roleAssignment);
    }

    /** {@code RoleAssignments_Get}, or null when there is none. */
    public @Nullable RoleAssignment assignment(ResourceId id) {
        try {
            String url = Urls.of(id, ApiVersions.AUTHORIZATION);
            return ResourceJson.roleAssignment(exchange.send(ArmRequest.get("RoleAssignments_Get", url, id))
                    .body());
        } catch (DpshException.Service e) {
            return ResourceClient.absent(e);
        }
    }

    /** The ID that the assignment for this need has: the same each time (law 4). */
    public static ResourceId idOf(RoleNeed need, String principalId) {
        return need.scope()
                .extension(
                        TYPE,
                        Names.assignmentName(need.scope(), need.role(), principalId)
                                .toString());
    }

    /**
     * {@code RoleAssignments_Create}.
     *
     * @param vault whose identity the principal is
     * @throws DpshException.Service among others 409 {@code RoleAssignmentExists} and 400 {@code PrincipalNotFound}
     */
    public ArmResponse assign(ResourceId vault, RoleNeed need, String principalId) {
        ResourceId id = idOf(need, principalId);
        ArmRequest request = new ArmRequest(
                OperationKind.ASSIGN_ROLE.contractName(),
                Effect.CHANGES,
                Verb.PUT,
                Urls.of(id, ApiVersions.AUTHORIZATION),
                RoleAssignmentBody.of(need.scope().subscription(), need.role(), principalId),
                id);
        return exchange.send(request.onBehalfOf(vault));
    }
}
