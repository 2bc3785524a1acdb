package dpsh.sandbox;

/**
 * Soft-deleted backup instances: list, get, undelete, and their purge (az recording backup_instance_softdelete, 2026-08). An
 * undeleted instance is ProtectionStopped.
 */
final class DeletedInstanceRoutes {
    private static final String LIST = VaultRoutes.VAULT + "/" + DeletedInstance.TYPE;
    private static final String PURGE = "purge";

    private final World world;
    private final Pages pages;

    DeletedInstanceRoutes(World world, Pages pages) {
        this.world = world;
        this.pages = pages;
        world.timeline.on(PURGE, (event, at) -> purge(event));
    }

    void addTo(Router router) {
        router.dataProtection(
                "GET",
                LIST,
                call -> pages.of(
                        call,
                        world.instances.deleted(),
                        world.parentVault(call, DeletedInstance.TYPE).id()));
        router.dataProtection(
                "GET", LIST + "/{name}", call -> Answer.json(200, found(call).json(call.version())));
        router.dataProtection("POST", LIST + "/{name}/undelete", this::undelete);
    }

    /** What will end the life of this one. */
    static Event purgeOf(DeletedInstance deleted) {
        return new Event(PURGE, deleted.id().text(), deleted.instance().changes());
    }

    private DeletedInstance found(Call call) {
        ArmId id = world.parentVault(call, DeletedInstance.TYPE).id().child(DeletedInstance.TYPE, call.var("name"));
        DeletedInstance deleted = world.instances.deleted().get(id);
        if (deleted == null) {
            throw Refusal.notFound();
        }
        return deleted;
    }

    private Answer undelete(Call call) {
        DeletedInstance deleted = found(call);
        BackupInstance instance = deleted.instance();
        BackupInstance rival = world.instances.rival(instance.protection(), instance.id());
        if (rival != null) {
            throw Refusal.dpp(
                    400, Findings.alreadyProtected(rival.vault(), rival.id().name()));
        }
        world.instances.undelete(deleted);
        instance.becomes(BackupInstance.State.ProtectionStopped);
        return Answer.empty(200);
    }

    private void purge(Event event) {
        DeletedInstance deleted = world.instances.deleted().get(ArmId.of(event.subject()));
        if (deleted != null && deleted.instance().changes() == event.number()) {
            world.backups.forget(deleted.instance(), deleted.purge());
            world.instances.purge(deleted);
        }
    }
}
