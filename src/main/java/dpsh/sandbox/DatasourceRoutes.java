package dpsh.sandbox;

/** Disks and storage accounts: read one, list a group, list a subscription. */
final class DatasourceRoutes {
    private static final String SUBSCRIPTION = "/subscriptions/{subscription}";
    private static final String GROUP = SUBSCRIPTION + "/resourceGroups/{group}";

    private final World world;
    private final Pages pages;

    DatasourceRoutes(World world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    void addTo(Router router) {
        add(router, "Microsoft.Compute", "disks", world.disks);
        add(router, "Microsoft.Storage", "storageAccounts", world.accounts);
    }

    private <T extends Stored> void add(Router router, String namespace, String type, Shelf<T> shelf) {
        String list = "/providers/" + namespace + "/" + type;
        router.arm(
                "GET",
                SUBSCRIPTION + list,
                call -> pages.of(call, shelf, ArmId.subscription(call.var("subscription"))));
        router.arm(
                "GET",
                GROUP + list,
                call -> pages.of(call, shelf, world.group(call).id()));
        router.arm("GET", GROUP + list + "/{name}", call -> {
            ArmId id = world.group(call).id().resource(namespace, type, call.var("name"));
            T found = shelf.get(id);
            if (found == null) {
                throw Refusal.resourceNotFound(id);
            }
            return Answer.json(200, found.json(call.version()));
        });
    }
}
