package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.bulk.DatasourceQuery;
import dpsh.bulk.PlanInput;
import dpsh.bulk.PlanRequest;
import dpsh.bulk.RoleScope;
import dpsh.bulk.Wanted;
import dpsh.view.Tone;
import java.io.InputStream;
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
    private final List<String> unused = new ArrayList<>();
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

    /**
     * The disks that a file names: an ID or name a line, CSV with a header ({@code datasource}, and if wanted {@code policy},
     * {@code snapshotGroup}, {@code vault}, {@code kind}), or the JSON of a list.
     */
    public void disksFrom(Object file) {
        from(DatasourceKind.DISK, file.toString());
    }

    /** The storage accounts that a file names; as {@link #disksFrom}. */
    public void storageAccountsFrom(Object file) {
        from(DatasourceKind.BLOB, file.toString());
    }

    private void from(DatasourceKind of, String file) {
        only(of);
        if (file.equals("-")) {
            throw new DpshException.Usage(
                    "a runbook does not read standard input",
                    null,
                    "name a file, or use `plan " + of.word() + "s --from -`");
        }
        PlanInput input = PlanInput.read(file, InputStream.nullInputStream());
        wanted.addAll(input.wanted());
        unused.addAll(input.unused());
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
        if (!unused.isEmpty()) {
            stand.note("columns that mean nothing here: " + String.join(", ", unused), Tone.WARNING);
        }
        String here = vault;
        if (here == null && stand.place().get().vault() != null) {
            here = String.valueOf(stand.place().get().vault());
        }
        return new PlanRequest(kind, wanted, query, here, policy, snapshotGroup, scope, validate);
    }
}
