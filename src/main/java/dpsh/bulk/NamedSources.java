package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.arm.OneHit;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Finding;
import dpsh.client.ResourceClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the datasources that were named: few IDs one by one, many by listing where they are, names by listing everywhere. */
final class NamedSources {
    /** As many IDs of a subscription are read one by one, and as many of its groups one list each. */
    private static final int FEW = 3;
    /** So many names are compared with every datasource, to say what a misspelt one may mean. */
    private static final int FEW_NAMES = 20;

    private final ResourceClient resources;
    private final ListedSources listed;
    private final QueriedSources places;
    private final Complaints complaints;
    private final Map<Source, Datasource> found = new HashMap<>();
    private final Map<Source, Finding> problems = new HashMap<>();
    private final Map<Name, Set<ResourceId>> hits = new HashMap<>();
    private final Map<Name, Nearest> near = new HashMap<>();

    NamedSources(ResourceClient resources, ListedSources listed, QueriedSources places, Complaints complaints) {
        this.resources = resources;
        this.listed = listed;
        this.places = places;
        this.complaints = complaints;
    }

    private record Source(DatasourceKind kind, ResourceId id) {}

    /** A plain name, folded. */
    private record Name(DatasourceKind kind, String name) {
        static Name of(DatasourceKind kind, String given) {
            return new Name(kind, given.strip().toLowerCase(Locale.ROOT));
        }
    }

    /** In the order in which they were named; what cannot be told is complained of. */
    List<Chosen> find(DatasourceKind kind, List<Wanted> wanted, DatasourceQuery where) {
        Map<Wanted, ResourceId> ids = new LinkedHashMap<>();
        Set<Name> names = new LinkedHashSet<>();
        for (Wanted one : wanted) {
            if (ResourceId.looksLikeId(one.datasource())) {
                try {
                    ids.put(one, ResourceId.parse(one.datasource()));
                } catch (DpshException.Usage e) {
                    complaints.add(one.line(), e);
                }
            } else {
                names.add(Name.of(kindOf(one, kind), one.datasource()));
            }
        }
        readIds(kind, ids);
        readNames(names, where);
        List<Chosen> chosen = new ArrayList<>();
        for (Wanted one : wanted) {
            DatasourceKind its = kindOf(one, kind);
            ResourceId id = ResourceId.looksLikeId(one.datasource()) ? ids.get(one) : idOf(one, its);
            if (id != null) {
                Source source = new Source(its, id);
                Datasource datasource = found.get(source);
                chosen.add(new Chosen(
                        one, its, datasource == null ? id : datasource.id(), datasource, problems.get(source)));
            }
        }
        return chosen;
    }

    private static DatasourceKind kindOf(Wanted wanted, DatasourceKind otherwise) {
        return wanted.kind() == null ? otherwise : wanted.kind();
    }

    private @Nullable ResourceId idOf(Wanted wanted, DatasourceKind kind) {
        Set<ResourceId> known = hits.getOrDefault(Name.of(kind, wanted.datasource()), Set.of());
        try {
            Nearest seen = near.get(Name.of(kind, wanted.datasource()));
            String list = "`datasource list` shows them";
            return OneHit.of(
                    List.copyOf(known),
                    kind.label(),
                    wanted.datasource(),
                    id -> id,
                    seen == null ? list : seen.or(list));
        } catch (DpshException.Usage e) {
            complaints.add(wanted.line(), e);
            return null;
        }
    }

    private record Area(DatasourceKind kind, SubscriptionId subscription) {}

    private void readIds(DatasourceKind kind, Map<Wanted, ResourceId> ids) {
        Map<Area, Set<ResourceId>> areas = new LinkedHashMap<>();
        ids.forEach((one, id) -> {
            DatasourceKind its = kindOf(one, kind);
            SubscriptionId subscription = id.subscription();
            if (id.isOf(its.resourceType()) && subscription != null) {
                areas.computeIfAbsent(new Area(its, subscription), area -> new LinkedHashSet<>())
                        .add(id);
            }
        });
        areas.forEach((area, here) -> {
            Map<String, Set<ResourceId>> groups = new LinkedHashMap<>();
            for (ResourceId id : here) {
                String group = id.resourceGroup() == null ? "" : id.resourceGroup();
                groups.computeIfAbsent(group.toLowerCase(Locale.ROOT), folded -> new LinkedHashSet<>())
                        .add(id);
            }
            if (here.size() <= FEW) {
                here.forEach(id -> readOne(area.kind(), id));
            } else if (groups.size() <= FEW) {
                groups.forEach((group, members) -> readList(area, group, members));
            } else {
                readList(area, null, here);
            }
        });
    }

    private void readOne(DatasourceKind kind, ResourceId id) {
        Source source = new Source(kind, id);
        try {
            Datasource datasource = resources.datasource(kind, id);
            if (datasource == null) {
                problems.put(source, absent(source));
            } else {
                found.put(source, listed.slim(datasource));
            }
        } catch (DpshException.Service e) {
            if (!Estate.isUnreadable(e)) {
                throw e;
            }
            problems.put(source, unreadable(source, e));
        }
    }

    private void readList(Area area, @Nullable String group, Set<ResourceId> wanted) {
        Finding refusal = null;
        try {
            listed.read(area.kind(), area.subscription(), group, datasource -> {
                if (wanted.contains(datasource.id())) {
                    found.put(new Source(area.kind(), datasource.id()), listed.slim(datasource));
                }
            });
        } catch (DpshException.Service e) {
            if (!Estate.isUnreadable(e)) {
                throw e;
            }
            refusal = e.status() == 404
                    ? null
                    : unreadable(new Source(area.kind(), wanted.iterator().next()), e);
        }
        for (ResourceId id : wanted) {
            Source source = new Source(area.kind(), id);
            if (!found.containsKey(source)) {
                problems.put(source, refusal == null ? absent(source) : refusal);
            }
        }
    }

    /** Where the line stands first; then everywhere, for those that were not found there. */
    private void readNames(Set<Name> names, DatasourceQuery where) {
        Set<Name> open = new HashSet<>(names);
        if (open.isEmpty()) {
            return;
        }
        if (open.size() <= FEW_NAMES) {
            open.forEach(name -> near.put(name, Nearest.to(name.name())));
        }
        boolean narrowed = !where.subscriptions().isEmpty() || !where.groups().isEmpty();
        if (narrowed) {
            search(open, places.places(where));
            open.removeAll(hits.keySet());
        }
        if (!open.isEmpty()) {
            search(open, places.places(DatasourceQuery.ALL));
        }
    }

    /** A place that can be seen but not read holds nothing to find. */
    private void search(Set<Name> open, List<QueriedSources.Place> where) {
        Set<DatasourceKind> kinds = new LinkedHashSet<>();
        open.forEach(name -> kinds.add(name.kind()));
        for (DatasourceKind kind : kinds) {
            for (QueriedSources.Place place : where) {
                try {
                    listed.read(kind, place.subscription(), place.group(), datasource -> {
                        Name name = Name.of(kind, datasource.name());
                        near.forEach((sought, seen) -> {
                            if (sought.kind() == kind) {
                                seen.look(datasource.name());
                            }
                        });
                        if (open.contains(name)) {
                            hits.computeIfAbsent(name, none -> new LinkedHashSet<>())
                                    .add(datasource.id());
                            found.put(new Source(kind, datasource.id()), listed.slim(datasource));
                        }
                    });
                } catch (DpshException.Service e) {
                    if (!Estate.isUnreadable(e)) {
                        throw e;
                    }
                }
            }
        }
    }

    private static Finding absent(Source source) {
        return Finding.error(
                source.kind() == DatasourceKind.DISK
                        ? "UserErrorManagedDiskNotFound"
                        : "UserErrorAzureResourceNotFoundByPlugin",
                "there is no such " + source.kind().label(),
                "`datasource list` shows those that there are");
    }

    private static Finding unreadable(Source source, DpshException.Service error) {
        return Finding.error(
                error.error().code(),
                "the " + source.kind().label() + " cannot be read: "
                        + error.error().message(),
                "have somebody give you Reader there");
    }
}
