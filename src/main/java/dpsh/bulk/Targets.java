package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.Finding;
import dpsh.backup.Policy;
import dpsh.backup.Vault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the words of a request to vaults, policies and snapshot groups, for each datasource. */
final class Targets {
    private final PlanRequest request;
    private final Estate estate;
    private final Complaints complaints;

    Targets(PlanRequest request, Estate estate, Complaints complaints) {
        this.request = request;
        this.estate = estate;
        this.complaints = complaints;
    }

    /** In the same order; a row that cannot be told is complained of and left out. */
    List<Target> of(List<Chosen> chosen) {
        List<Target> targets = new ArrayList<>(chosen.size());
        for (Chosen one : chosen) {
            Wanted wanted = one.wanted();
            boolean own = wanted != null
                    && (wanted.vault() != null || wanted.policy() != null || wanted.snapshotGroup() != null);
            try {
                targets.add(of(one));
            } catch (DpshException.Usage e) {
                if (wanted == null || !own) {
                    throw e; // the request itself is wrong, and so for every row
                }
                complaints.add(wanted.line(), e);
            }
        }
        return targets;
    }

    /** The vault that the request itself is for, whether anything was found or not. */
    void check() {
        if (request.policy() != null) {
            estate.policy(request.policy(), vault(null));
        }
    }

    private Target of(Chosen chosen) {
        Wanted wanted = chosen.wanted();
        Vault vault = vault(wanted);
        String policy = wanted == null || wanted.policy() == null ? request.policy() : wanted.policy();
        if (policy == null) {
            throw new DpshException.Usage("--policy is missing", null, "`policy list` shows which there are");
        }
        Policy found = estate.policy(policy, vault);
        String group = wanted == null ? null : wanted.snapshotGroup();
        if (group == null && chosen.kind().needsSnapshotGroup()) {
            group = request.snapshotGroup();
        }
        Estate.SnapshotGroup snapshots = group == null ? null : estate.snapshotGroup(group, chosen.id());
        return new Target(chosen, vault, found, snapshots);
    }

    /** A row's own vault, else the one that its own policy belongs to, else the request's. */
    private Vault vault(@Nullable Wanted wanted) {
        if (wanted != null && wanted.vault() != null) {
            return estate.vault(wanted.vault());
        }
        Vault ofPolicy = wanted == null ? null : vaultOf(wanted.policy());
        if (ofPolicy != null) {
            return ofPolicy;
        }
        if (request.vault() != null) {
            return estate.vault(request.vault());
        }
        Vault told = vaultOf(request.policy());
        if (told == null) {
            throw new DpshException.Usage(
                    "no vault is chosen", null, "`use vault NAME`, or --vault NAME; `vault list` shows them");
        }
        return told;
    }

    private @Nullable Vault vaultOf(@Nullable String policy) {
        if (policy == null || !ResourceId.looksLikeId(policy)) {
            return null;
        }
        ResourceId id = ResourceId.parse(policy);
        ResourceId vault = id.isOf(Policy.TYPE) ? id.parent() : null;
        return vault == null ? null : estate.vault(vault.toString());
    }

    /** The same datasource once more: asked for alike it is one item, asked for otherwise the second is blocked. */
    static Finding contradiction(Target second, Target first) {
        Wanted wanted = first.chosen().wanted();
        String where = wanted == null || wanted.line() == 0 ? "before" : "in line " + wanted.line();
        return Finding.error(
                null,
                second.chosen().id().name() + " is asked for " + where + " already, with "
                        + first.policy().name() + " in " + first.vault().name()
                        + (first.groupId() == null
                                ? ""
                                : " and " + first.groupId().name()),
                "leave one of the two out");
    }
}
