package dpsh.bulk;

import dpsh.backup.DatasourceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shall be planned.
 *
 * @param kind what is protected, unless a datasource says otherwise
 * @param wanted the datasources that were named; when it is empty, all that the query finds
 * @param query which datasources; for named ones only where plain names are looked up first
 * @param vault ID or name; null when the policies are IDs and tell it, or each datasource does
 * @param policy ID or name; null when each datasource tells its own
 * @param snapshotGroup for disks: ID, or the name of a group in each disk's own subscription
 * @param scope how wide missing roles are assigned
 * @param validate whether the service validates each item that would be protected
 */
public record PlanRequest(
        DatasourceKind kind,
        List<Wanted> wanted,
        DatasourceQuery query,
        @Nullable String vault,
        @Nullable String policy,
        @Nullable String snapshotGroup,
        RoleScope scope,
        boolean validate) {
    public PlanRequest {
        wanted = List.copyOf(wanted);
    }
}
