package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Finding;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Names;
import dpsh.backup.Preflight;
import dpsh.backup.ProtectionState;
import dpsh.backup.RoleNeed;
import dpsh.backup.Vault;
import dpsh.client.Service;
import dpsh.client.Standing;
import dpsh.store.RunItem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans. Reads only, and few times: datasources are listed where they are, the instances of every readable vault and
 * the roles of the vaults' identities once.
 */
public final class Planner {
    /** The most backup instances of a vault (support matrix for Azure Disk backup, Microsoft Learn, 2025). */
    static final int MOST_OF_A_VAULT = 5_000;

    private final Service service;
    private final Clock clock;

    /** @param clock the wall clock */
    public Planner(Service service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /**
     * Makes the plan.
     *
     * @throws DpshException.Usage when something that was named cannot be found; all such rows are told at once
     * @throws DpshException.Service when a place that was named cannot be read; others make the plan partial
     */
    public Plan plan(PlanRequest request) {
        if (!request.wanted().isEmpty() && request.query().isSelective()) {
            throw new DpshException.Usage(
                    "datasources are named, and filters choose them too",
                    "both at once would leave out what was named",
                    "name them, or filter");
        }
        Estate estate = new Estate(service);
        Complaints complaints = new Complaints("what is to be planned");
        Targets chooser = new Targets(request, estate, complaints);
        chooser.check();
        List<Target> targets = chooser.of(chosen(request, estate, complaints));
        complaints.raise();
        Map<ResourceId, Vault> vaults = new LinkedHashMap<>();
        targets.forEach(target -> vaults.put(target.vault().id(), target.vault()));
        Existing existing = Existing.read(
                service,
                estate,
                vaults.values(),
                targets.stream().map(Target::chosen).toList());
        Boolean isProtected = request.query().isProtected();
        if (isProtected != null) {
            targets.removeIf(target -> existing.covers(target.chosen().id()) != isProtected);
        }
        List<PlanItem> items = items(targets, existing, estate);
        if (request.validate()) {
            items = new PlanValidation(service.bulk()).of(items);
        }
        List<GrantNeed> grants = GrantGroups.of(items, request.scope());
        return new Plan(
                UUID.randomUUID().toString(),
                clock.instant(),
                service.world(),
                service.signIn().account().tenant(),
                title(request, targets),
                request.scope(),
                items,
                grants,
                Forecast.of(items, grants),
                estate.notes());
    }

    /**
     * Looks at the items of a run again, as things stand now: the same items in their order and with their numbers.
     *
     * @throws DpshException.Usage when a vault or policy of theirs is gone
     */
    public Plan recheck(List<RunItem> items, RoleScope scope) {
        List<Wanted> wanted = items.stream()
                .map(item -> new Wanted(
                        item.datasource().toString(),
                        item.kind(),
                        item.vault().toString(),
                        item.policy().toString(),
                        item.snapshotGroup() == null
                                ? null
                                : item.snapshotGroup().toString(),
                        0))
                .toList();
        Plan now =
                plan(new PlanRequest(items.get(0).kind(), wanted, DatasourceQuery.ALL, null, null, null, scope, false));
        Map<ResourceId, Integer> numbers = new HashMap<>();
        items.forEach(item -> numbers.put(item.datasource(), item.number()));
        return now.of(now.items().stream()
                .map(item -> item.numbered(numbers.get(item.draft().datasource())))
                .toList());
    }

    private List<Chosen> chosen(PlanRequest request, Estate estate, Complaints complaints) {
        ListedSources listed = new ListedSources(service.resources());
        QueriedSources queried = new QueriedSources(listed, estate);
        return request.wanted().isEmpty()
                ? queried.matching(request.kind(), request.query())
                : new NamedSources(service.resources(), listed, queried, complaints)
                        .find(request.kind(), request.wanted(), request.query());
    }

    private List<PlanItem> items(List<Target> targets, Existing existing, Estate estate) {
        HeldRoles held = new HeldRoles(service.roles(), estate);
        Map<ResourceId, Target> first = new HashMap<>();
        Map<ResourceId, Integer> room = new HashMap<>();
        List<PlanItem> items = new ArrayList<>(targets.size());
        int repeated = 0;
        for (Target target : targets) {
            Target before = first.putIfAbsent(target.chosen().id(), target);
            if (before != null && before.asksLike(target)) {
                repeated++;
                continue;
            }
            int number = items.size() + 1;
            PlanItem item = before != null
                    ? blocked(number, target, List.of(Targets.contradiction(target, before)), null)
                    : item(number, target, existing, held);
            items.add(limited(item, target.vault(), existing, room));
        }
        if (repeated > 0) {
            estate.note(Finding.note(
                    repeated == 1
                            ? "one datasource is named twice, and planned once"
                            : repeated + " datasources are named again, and planned once"));
        }
        return items;
    }

    private static PlanItem item(int number, Target target, Existing existing, HeldRoles held) {
        ResourceId vault = target.vault().id();
        InstanceDraft draft = draft(target);
        BackupInstance standing = existing.of(draft.datasource(), vault);
        boolean again = standing != null && isAgain(draft, vault, standing);
        if (standing != null && !again) {
            return standing(number, target, draft, standing);
        }
        Datasource datasource = target.chosen().datasource();
        List<Finding> findings = new ArrayList<>(Preflight.check(draft, target.vault(), target.policy(), datasource));
        add(target.chosen().problem(), findings);
        add(target.group() == null ? null : target.group().problem(), findings);
        ProtectionState state = standing == null ? null : standing.state();
        if (findings.stream().anyMatch(Finding::isError)) {
            return blocked(number, target, findings, state);
        }
        if (standing != null) {
            findings.add(Finding.warning("it is in " + state + " and is configured again" + why(standing), null));
        }
        List<RoleNeed> missing = RoleNeed.of(draft).stream()
                .filter(need -> !held.holds(target.vault(), need))
                .toList();
        InstanceDraft made = standing == null ? draft : under(standing.name(), draft);
        return new PlanItem(number, made, vault, PlanItem.Verdict.PROTECT, findings, missing, state);
    }

    /** Whether the instance is just the one that is asked for, and its configuring or its backups went wrong. */
    private static boolean isAgain(InstanceDraft draft, ResourceId vault, BackupInstance standing) {
        return standing.state().isBroken()
                && standing.vault().equals(vault)
                && draft.policy().equals(standing.policy())
                && Objects.equals(draft.snapshotGroup(), standing.snapshotGroup())
                && standing.containers().isEmpty();
    }

    private static String why(BackupInstance standing) {
        return standing.error() == null ? "" : ": " + standing.error().message();
    }

    private static InstanceDraft under(String name, InstanceDraft draft) {
        return new InstanceDraft(
                name, draft.kind(), draft.datasource(), draft.location(), draft.policy(), draft.snapshotGroup(), null);
    }

    /** What is there already is looked at under its own name. */
    private static PlanItem standing(int number, Target target, InstanceDraft draft, BackupInstance standing) {
        ResourceId vault = target.vault().id();
        Finding obstacle = Standing.obstacle(draft, vault, standing);
        ProtectionState state = standing.state();
        if (obstacle != null) {
            return blocked(number, target, List.of(obstacle), state);
        }
        InstanceDraft same = under(standing.name(), draft);
        if (state.isProtected()) {
            return new PlanItem(number, same, vault, PlanItem.Verdict.UNCHANGED, List.of(), List.of(), state);
        }
        Finding underWay = Finding.note("it is on its way already (" + state + ")");
        return new PlanItem(number, same, vault, PlanItem.Verdict.PROTECT, List.of(underWay), List.of(), state);
    }

    private static PlanItem blocked(
            int number, Target target, List<Finding> findings, @Nullable ProtectionState standing) {
        return new PlanItem(
                number, draft(target), target.vault().id(), PlanItem.Verdict.BLOCKED, findings, List.of(), standing);
    }

    /** What would be one too many for the vault. */
    private static PlanItem limited(PlanItem item, Vault vault, Existing existing, Map<ResourceId, Integer> room) {
        if (item.verdict() != PlanItem.Verdict.PROTECT || item.standing() != null) {
            return item;
        }
        int there = existing.count(vault.id());
        int planned = room.getOrDefault(vault.id(), 0);
        if (there + planned < MOST_OF_A_VAULT) {
            room.put(vault.id(), planned + 1);
            return item;
        }
        List<Finding> findings = new ArrayList<>(item.findings());
        findings.add(Finding.error(
                null,
                "the vault " + vault.name() + " holds " + there + " instances, and takes " + MOST_OF_A_VAULT
                        + " at most: this one is too many",
                "plan the rest for another vault of the region"));
        return new PlanItem(
                item.number(), item.draft(), item.vault(), PlanItem.Verdict.BLOCKED, findings, List.of(), null);
    }

    /** A datasource that was not found has no region; the vault's stands in, so that only what is known is complained of. */
    private static InstanceDraft draft(Target target) {
        Datasource datasource = target.chosen().datasource();
        ResourceId id = target.chosen().id();
        Location location = datasource == null ? target.vault().location() : datasource.location();
        return new InstanceDraft(
                Names.instanceName(id),
                target.chosen().kind(),
                id,
                location,
                target.policy().id(),
                target.groupId(),
                null);
    }

    private static void add(@Nullable Finding finding, List<Finding> findings) {
        if (finding != null) {
            findings.add(finding);
        }
    }

    private static String title(PlanRequest request, Collection<Target> targets) {
        boolean mixed = targets.stream()
                        .map(target -> target.chosen().kind())
                        .distinct()
                        .count()
                > 1;
        DatasourceKind kind = targets.isEmpty()
                ? request.kind()
                : targets.iterator().next().chosen().kind();
        String noun = (mixed ? "datasource" : kind.label()) + (targets.size() == 1 ? "" : "s");
        List<String> ways = targets.stream()
                .map(target -> target.policy().name() + " in " + target.vault().name())
                .distinct()
                .toList();
        String way =
                ways.size() == 1 ? " with " + ways.get(0) : ways.isEmpty() ? "" : " with " + ways.size() + " policies";
        return targets.size() + " " + noun + way;
    }
}
