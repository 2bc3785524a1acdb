package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * Making, changing and deleting storage accounts and their containers, and the settings of their blob service (from the public
 * contract of Microsoft.Storage; the durations are assumed).
 */
final class StorageRoutes {
    private static final String SUBSCRIPTION = "/subscriptions/{subscription}";
    private static final String STORAGE = "/providers/Microsoft.Storage";
    private static final String ACCOUNT =
            SUBSCRIPTION + "/resourceGroups/{group}" + STORAGE + "/storageAccounts/{account}";
    private static final String CONTAINERS = ACCOUNT + "/blobServices/default/containers";
    private static final Duration TAKES = Duration.ofSeconds(17);

    private final World world;
    private final Pages pages;

    StorageRoutes(World world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    void addTo(Router router) {
        router.arm("PUT", ACCOUNT, this::put);
        router.arm("PATCH", ACCOUNT, this::patch);
        router.arm("DELETE", ACCOUNT, this::delete);
        router.arm("GET", SUBSCRIPTION + STORAGE + "/locations/{location}/asyncoperations/{name}", this::operation);
        router.arm("POST", SUBSCRIPTION + STORAGE + "/checkNameAvailability", this::available);
        router.arm("GET", CONTAINERS, this::containers);
        router.arm("GET", CONTAINERS + "/{name}", this::container);
        router.arm("PUT", CONTAINERS + "/{name}", this::putContainer);
        router.arm("PATCH", CONTAINERS + "/{name}", this::putContainer);
        router.arm("DELETE", CONTAINERS + "/{name}", this::deleteContainer);
    }

    private ArmId id(Call call) {
        return world.group(call).id().resource("Microsoft.Storage", "storageAccounts", call.var("account"));
    }

    private StorageAccount account(Call call) {
        StorageAccount found = world.accounts.get(id(call));
        if (found == null) {
            throw Refusal.resourceNotFound(id(call));
        }
        return found;
    }

    private Answer put(Call call) {
        ArmId id = id(call);
        ObjectNode given = call.json();
        StorageAccount known = world.accounts.get(id);
        ArmBodies.location(given, id, known == null ? "" : known.location());
        if (!id.name().matches("[a-z0-9]{3,24}")) {
            throw Refusal.arm(400, "AccountNameInvalid", nameRule(id.name()));
        }
        if (CaseBlind.text(CaseBlind.member(given, "sku"), "name") == null) {
            throw Refusal.arm(
                    400, "InvalidValuesForRequestParameters", "Values for request parameters are invalid: sku.");
        }
        if (known == null && world.accounts.named(id.name()) != null) {
            throw Refusal.arm(
                    409, "StorageAccountAlreadyTaken", "The storage account named " + id.name() + " is already taken.");
        }
        StorageAccount made = StorageAccount.made(id, given, call.at());
        world.accounts.put(made);
        if (known != null) {
            return Answer.json(200, made.body());
        }
        ArmWorks.Work work = world.works.start(id, call.at(), TAKES);
        String url = call.origin() + "/subscriptions/" + id.subscription() + STORAGE + "/locations/"
                + Vault.normalLocation(made.location()) + "/asyncoperations/" + work.name()
                + "?monitor=true&api-version=" + call.version().text();
        return Answer.empty(202).with("Location", url).with("Retry-After", "17");
    }

    private static String nameRule(String name) {
        return name + " is not a valid storage account name. Storage account name must be between 3 and 24 characters"
                + " in length and use numbers and lower-case letters only.";
    }

    private Answer operation(Call call) {
        ArmWorks.Work work = world.works.get(call.var("name"));
        if (work == null) {
            throw Refusal.arm(404, "NotFound", "The operation '" + call.var("name") + "' could not be found.");
        }
        if (work.isRunning(call.at())) {
            return Answer.empty(202)
                    .with(
                            "Location",
                            call.origin() + call.line().rawPath() + "?"
                                    + call.line().rawQuery())
                    .with("Retry-After", "3");
        }
        StorageAccount made = world.accounts.get(work.subject());
        if (made == null) {
            throw Refusal.resourceNotFound(work.subject());
        }
        return Answer.json(200, made.body());
    }

    private Answer patch(Call call) {
        StorageAccount known = account(call);
        StorageAccount changed = new StorageAccount(known.id(), ArmBodies.patched(known.body(), call.json()));
        world.accounts.put(changed);
        return Answer.json(200, changed.body());
    }

    private Answer delete(Call call) {
        ArmId id = id(call);
        if (world.accounts.get(id) == null) {
            return Answer.empty(204);
        }
        world.containers.under(id).forEach(container -> world.containers.remove(container.id()));
        world.blobServices.remove(id.child("blobServices", "default"));
        world.accounts.remove(id);
        return Answer.empty(200);
    }

    private Answer available(Call call) {
        String name = CaseBlind.text(call.json(), "name");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (name == null || !name.matches("[a-z0-9]{3,24}")) {
            body.put("nameAvailable", false).put("reason", "AccountNameInvalid").put("message", nameRule("" + name));
        } else if (world.accounts.named(name) != null) {
            body.put("nameAvailable", false)
                    .put("reason", "AlreadyExists")
                    .put("message", "The storage account named " + name + " is already taken.");
        } else {
            body.put("nameAvailable", true);
        }
        return Answer.json(200, body);
    }

    private Answer containers(Call call) {
        return pages.of(call, world.containers, account(call).id());
    }

    private Answer container(Call call) {
        BlobContainer found =
                world.containers.get(BlobContainer.of(account(call).id(), call.var("name"), call.at())
                        .id());
        if (found == null) {
            throw Refusal.arm(404, "ContainerNotFound", "The specified container does not exist.");
        }
        return Answer.json(200, found.body());
    }

    private Answer putContainer(Call call) {
        BlobContainer made = BlobContainer.of(account(call).id(), call.var("name"), call.at());
        if (!call.var("name").matches("[a-z0-9](-?[a-z0-9]){2,62}|\\$web|\\$root")) {
            throw Refusal.arm(400, "InvalidResourceName", "The specified resource name contains invalid characters.");
        }
        BlobContainer known = world.containers.get(made.id());
        if (known == null) {
            world.containers.put(made);
        }
        return Answer.json(known == null ? 201 : 200, (known == null ? made : known).body());
    }

    private Answer deleteContainer(Call call) {
        BlobContainer gone = BlobContainer.of(account(call).id(), call.var("name"), call.at());
        boolean known = world.containers.get(gone.id()) != null;
        world.containers.remove(gone.id());
        return Answer.empty(known ? 200 : 204);
    }
}
