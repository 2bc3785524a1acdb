package dpsh.sandbox;

import org.jspecify.annotations.Nullable;

/** Deleted vaults of a location, since 2025-09-01: list and get; a PUT of the vault brings one back, see {@link VaultRoutes}. */
final class DeletedVaultRoutes {
    static final String TYPE = "deletedVaults";
    private static final String LIST =
            "/subscriptions/{subscription}/providers/Microsoft.DataProtection/locations/{location}/deletedVaults";
    private static final String PURGE = "purge-vault";

    private final World world;
    private final Pages pages;

    DeletedVaultRoutes(World world, Pages pages) {
        this.world = world;
        this.pages = pages;
        world.timeline.on(PURGE, (event, at) -> world.deletedVaults.remove(ArmId.raw(event.subject())));
    }

    void addTo(Router router) {
        router.dataProtection("GET", LIST, call -> pages.of(call, world.deletedVaults, location(call)));
        router.dataProtection("GET", LIST + "/{name}", call -> {
            DeletedVault found = find(world, call.var("name"), location(call));
            if (found == null) {
                throw Refusal.notFound();
            }
            return Answer.json(200, found.json(call.version()));
        });
    }

    /** What will end the life of this one. */
    static Event purgeOf(DeletedVault deleted) {
        return new Event(PURGE, deleted.id().text(), 0);
    }

    /** The deleted vault of this location with this name, or null. */
    static @Nullable DeletedVault find(World world, String name, ArmId location) {
        return world.deletedVaults.get(location.child("deletedVaults", name));
    }

    private static ArmId location(Call call) {
        if (!call.version().knowsDeletedVaults()) {
            throw Refusal.typeNotInVersion("locations/deletedVaults", call.version());
        }
        return ArmId.location(call.var("subscription"), call.var("location"));
    }
}
