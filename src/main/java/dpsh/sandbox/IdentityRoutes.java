package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Making, changing and deleting user-assigned identities (from the public contract of Microsoft.ManagedIdentity). */
final class IdentityRoutes {
    private static final String ONE = "/subscriptions/{subscription}/resourceGroups/{group}/providers/"
            + "Microsoft.ManagedIdentity/userAssignedIdentities/{name}";

    private final World world;

    IdentityRoutes(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.arm("PUT", ONE, this::put);
        router.arm("PATCH", ONE, this::patch);
        router.arm("DELETE", ONE, this::delete);
    }

    private ArmId id(Call call) {
        return world.group(call).id().resource("Microsoft.ManagedIdentity", "userAssignedIdentities", call.var("name"));
    }

    private Answer put(Call call) {
        ArmId id = id(call);
        ObjectNode given = call.json();
        UserIdentity known = world.identities.get(id);
        ArmBodies.location(given, id, known == null ? "" : known.location());
        UserIdentity made = UserIdentity.made(id, given, world.directory.tenant());
        world.identities.put(made);
        if (known == null) {
            world.directory.make(made.principalId(), call.at());
        }
        return Answer.json(known == null ? 201 : 200, made.body());
    }

    private Answer patch(Call call) {
        UserIdentity known = world.identities.get(id(call));
        if (known == null) {
            throw Refusal.resourceNotFound(id(call));
        }
        UserIdentity changed = new UserIdentity(known.id(), ArmBodies.patched(known.body(), call.json()));
        world.identities.put(changed);
        return Answer.json(200, changed.body());
    }

    private Answer delete(Call call) {
        ArmId id = id(call);
        boolean known = world.identities.get(id) != null;
        world.identities.remove(id);
        return Answer.empty(known ? 200 : 204);
    }
}
