package dpsh.sandbox;

/** The resources of other providers: read one, list a group, list a subscription. */
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
        add(router, "Microsoft.Compute", "snapshots", world.snapshots);
        add(router, "Microsoft.Storage", "storageAccounts", world.accounts);
        add(router, "Microsoft.ManagedIdentity", "userAssignedIdentities", world.identities);
    }

    private <T extends Bodied> void add(Router router, String namespace, String type, Shelf<T> shelf) {
        String list = "/providers/" + namespace + "/" + type;
        router.arm(
                "GET",
                SUBSCRIPTION + list,
                call -> pages.of(
                        call,
                        shelf,
                        ArmId.subscription(call.var("subscription")),
                        pages.rows(call),
                        any -> true,
                        Bodied::body));
        router.arm(
                "GET",
                GROUP + list,
                call -> pages.of(call, shelf, world.group(call).id(), pages.rows(call), any -> true, Bodied::body));
        router.arm("GET", GROUP + list + "/{name}", call -> {
            ArmId id = world.group(call).id().resource(namespace, type, call.var("name"));
            T found = shelf.get(id);
            if (found == null) {
                throw Refusal.resourceNotFound(id);
            }
            return Answer.json(200, found.body());
        });
    }
}
