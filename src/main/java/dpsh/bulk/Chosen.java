package dpsh.bulk;

import dpsh.arm.ResourceId;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A datasource that belongs into a plan.
 *
 * @param wanted who named it, or null when a query found it
 * @param datasource without its JSON and tags, which a plan does not keep; null when it was not found
 * @param problem why it was not found, or null
 */
record Chosen(
        @Nullable Wanted wanted,
        DatasourceKind kind,
        ResourceId id,
        @Nullable Datasource datasource,
        @Nullable Finding problem) {}
