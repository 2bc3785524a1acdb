package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/** ARM's list of all resources of a subscription or a group, of whatever provider: without their properties, in pages. */
final class ResourceListRoutes {
    private static final List<String> FIELDS = List.of("name", "location", "kind", "managedBy");
    private static final ApiVersion ANY = new ApiVersion("2025-07-01");

    private record Head(Stored item, Iterator<? extends Stored> rest) {}

    private final World world;
    private final Pages pages;

    ResourceListRoutes(World world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    void addTo(Router router) {
        router.arm(
                "GET",
                "/subscriptions/{subscription}/resources",
                call -> list(call, ArmId.subscription(call.var("subscription"))));
        router.arm(
                "GET",
                "/subscriptions/{subscription}/resourceGroups/{group}/resources",
                call -> list(call, world.group(call).id()));
    }

    private Answer list(Call call, ArmId parent) {
        ODataFilter filter = ODataFilter.parse(call.query("$filter"));
        int rows = pages.rows(call);
        PriorityQueue<Head> heads = new PriorityQueue<>(
                Comparator.comparing((Head head) -> head.item().id()));
        for (Shelf<? extends Stored> shelf : List.<Shelf<? extends Stored>>of(
                world.vaults, world.resourceGuards, world.disks, world.snapshots, world.accounts, world.identities)) {
            push(heads, shelf.from(parent, Pages.after(call)));
        }
        List<Stored> found = new ArrayList<>();
        while (!heads.isEmpty() && found.size() <= rows) {
            Head head = heads.remove();
            if (TagFilter.takes(filter, body(head.item()), FIELDS)) {
                found.add(head.item());
            }
            push(heads, head.rest());
        }
        return pages.page(call, found, rows, ResourceListRoutes::row);
    }

    private static void push(PriorityQueue<Head> heads, Iterator<? extends Stored> rest) {
        if (rest.hasNext()) {
            heads.add(new Head(rest.next(), rest));
        }
    }

    private static ObjectNode body(Stored item) {
        return item instanceof Bodied bodied ? bodied.body() : item.json(ANY);
    }

    private static ObjectNode row(Stored item) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        CaseBlind.copy(
                body(item),
                row,
                "id",
                "name",
                "type",
                "sku",
                "kind",
                "managedBy",
                "location",
                "identity",
                "zones",
                "tags");
        return row;
    }
}
