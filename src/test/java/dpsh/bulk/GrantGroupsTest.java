package dpsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.DatasourceKind;
import dpsh.backup.InstanceDraft;
import dpsh.backup.RoleNeed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GrantGroupsTest {
    private record Disk(int subscription, int group, int name, int snapshots, int vault, boolean blocked) {
        PlanItem item(int number) {
            ResourceId id = ResourceId.parse("/subscriptions/s" + subscription + "/resourceGroups/g" + group
                    + "/providers/Microsoft.Compute/disks/d" + name);
            ResourceId vaultId = ResourceId.parse(
                    "/subscriptions/s0/resourceGroups/v/providers/Microsoft.DataProtection/backupVaults/v" + vault);
            InstanceDraft draft = new InstanceDraft(
                    "i" + number,
                    DatasourceKind.DISK,
                    id,
                    new Location("westus"),
                    vaultId.child("backupPolicies", "p"),
                    ResourceId.parse("/subscriptions/s" + subscription + "/resourceGroups/snap" + snapshots),
                    null);
            return new PlanItem(
                    number,
                    draft,
                    vaultId,
                    blocked ? PlanItem.Verdict.BLOCKED : PlanItem.Verdict.PROTECT,
                    List.of(),
                    RoleNeed.of(draft),
                    null);
        }
    }

    @Provide
    Arbitrary<List<Disk>> disks() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 2);
        return Combinators.combine(few, few, few, few, few, Arbitraries.of(true, false))
                .as(Disk::new)
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 200)
    void everyNeedIsMetAndNoAssignmentIsWithoutUse(@ForAll("disks") List<Disk> disks, @ForAll RoleScope scope) {
        List<PlanItem> items = new ArrayList<>();
        disks.forEach(disk -> items.add(disk.item(items.size() + 1)));
        List<GrantNeed> grants = GrantGroups.of(items, scope);
        Set<GrantNeed> used = new HashSet<>();
        int served = 0;
        for (PlanItem item : items) {
            if (item.verdict() != PlanItem.Verdict.PROTECT) {
                continue;
            }
            for (RoleNeed need : item.missing()) {
                List<GrantNeed> meeting = grants.stream()
                        .filter(grant -> grant.vault().equals(item.vault()))
                        .filter(grant -> grant.need().role() == need.role())
                        .filter(grant -> need.scope().isWithin(grant.need().scope()))
                        .toList();
                assertThat(meeting).as(need + " at " + scope).hasSize(1);
                used.addAll(meeting);
                served++;
            }
        }
        assertThat(used).hasSameSizeAs(grants);
        assertThat(grants.stream().mapToInt(GrantNeed::items).sum()).isEqualTo(served);
        assertThat(grants).as("each once").doesNotHaveDuplicates();
    }
}
