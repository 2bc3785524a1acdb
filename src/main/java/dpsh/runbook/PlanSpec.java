package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.bulk.DatasourceQuery;
import dpsh.bulk.PlanRequest;
import dpsh.bulk.RoleScope;
import dpsh.bulk.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in the closure of {@code backup.plan}. */
public final class PlanSpec {
    private @Nullable DatasourceKind kind;
    private DatasourceQuery query = DatasourceQuery.ALL;
    private final List<Wanted> wanted = new ArrayList<>();
    private @Nullable String policy;
    private @Nullable String snapshotGroup;
    private @Nullable String vault;
    private RoleScope scope = RoleScope.RESOURCE;
    private boolean validate;

    PlanSpec() {}

    /** All disks that meet the conditions of {@code backup.disks}. */
    public void disks(Map<?, ?> conditions) {
        query(DatasourceKind.DISK, conditions);
    }

    /** These disks: things, names or IDs. */
    public void disks(Collection<?> disks) {
        named(DatasourceKind.DISK, disks);
    }

    /** All storage accounts that meet the conditions of {@code backup.storageAccounts}. */
    public void storageAccounts(Map<?, ?> conditions) {
        query(DatasourceKind.BLOB, conditions);
    }

    /** These storage accounts: things, names or IDs. */
    public void storageAccounts(Collection<?> accounts) {
        named(DatasourceKind.BLOB, accounts);
    }

    public void policy(Object name) {
        policy = Named.text(name);
    }

    /** For disks: the group for their snapshots; a name is one in each disk's own subscription. */
    public void snapshotGroup(Object name) {
        snapshotGroup = Named.text(name);
    }

    /** The one where the session stands otherwise. */
    public void vault(Object name) {
        vault = Named.text(name);
    }

    /** How wide missing roles are assigned: {@code 'resource'} unless said, {@code 'group'} or {@code 'subscription'}. */
    public void scope(Object wide) {
        scope = Arrays.stream(RoleScope.values())
                .filter(one -> one == wide || one.word().equalsIgnoreCase(wide.toString()))
                .findFirst()
                .orElseThrow(() -> new DpshException.Usage(
                        "there is no scope '" + wide + "'", "there are resource, group and subscription", null));
    }

    /** Whether the service validates each item that would be protected. */
    public void validate(boolean wish) {
        validate = wish;
    }

    private void query(DatasourceKind of, Map<?, ?> conditions) {
        only(of);
        query = Filter.datasources(conditions);
    }

    private void named(DatasourceKind of, Collection<?> datasources) {
        only(of);
        for (Object one : datasources) {
            wanted.add(Wanted.of(
                    one instanceof Datasource datasource ? datasource.id().toString() : Named.text(one)));
        }
        if (datasources.isEmpty()) {
            throw new DpshException.Usage("the list of " + of.label() + "s is empty", null, "there is nothing to plan");
        }
    }

    private void only(DatasourceKind of) {
        if (kind != null) {
            throw new DpshException.Usage(
                    "a plan takes one of disks and storageAccounts, once", null, "make a plan for each");
        }
        kind = of;
    }

    PlanRequest request(Stand stand) {
        if (kind == null) {
            throw new DpshException.Usage(
                    "the plan says nothing to protect", null, "disks group: 'NAME', or storageAccounts group: 'NAME'");
        }
        String here = vault;
        if (here == null && stand.place().get().vault() != null) {
            here = String.valueOf(stand.place().get().vault());
        }
        return new PlanRequest(kind, wanted, query, here, policy, snapshotGroup, scope, validate);
    }
}
