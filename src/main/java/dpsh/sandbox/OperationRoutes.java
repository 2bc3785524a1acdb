package dpsh.sandbox;

import org.jspecify.annotations.Nullable;

/** Operation status and results, in each scope that the service uses (wire notes section 5). */
final class OperationRoutes {
    private static final String PROVIDER = "/providers/Microsoft.DataProtection";
    private static final String SUBSCRIPTION = "/subscriptions/{subscription}" + PROVIDER;
    private static final String GROUP = "/subscriptions/{subscription}/resourceGroups/{group}" + PROVIDER;
    private static final String STATUS = "/operationStatus/{operation}";
    private static final String RESULT = "/operationResults/{operation}";
    private static final String LOCATION = "/locations/{location}";

    private final World world;
    private final Acceptances acceptances;

    OperationRoutes(World world, Acceptances acceptances) {
        this.world = world;
        this.acceptances = acceptances;
    }

    void addTo(Router router) {
        router.dataProtection("GET", VaultRoutes.VAULT + STATUS, this::status);
        router.dataProtection("GET", SUBSCRIPTION + LOCATION + STATUS, this::status);
        router.dataProtection("GET", GROUP + LOCATION + STATUS, this::status);
        router.dataProtection("GET", GROUP + STATUS, this::status);
        router.dataProtection("GET", SUBSCRIPTION + LOCATION + RESULT, call -> result(call, true));
        router.dataProtection("GET", VaultRoutes.VAULT + RESULT, call -> result(call, false));
        router.dataProtection("GET", InstanceRoutes.LIST + "/{name}" + RESULT, call -> result(call, false));
    }

    private Operation operation(Call call) {
        Operation operation = world.operations.get(call.var("operation"));
        if (operation == null || !isInScope(operation, call)) {
            throw Refusal.notFound();
        }
        if (!world.operations.accepts(operation, call.line())) {
            throw Refusal.arm(
                    403,
                    "InvalidAsyncOperationSignature",
                    "The operation URL does not carry the signature that it was issued with.");
        }
        return operation;
    }

    private static boolean isInScope(Operation operation, Call call) {
        ArmId vault = operation.vault();
        String group = call.vars().get("group");
        String name = call.vars().get("vault");
        String location = call.vars().get("location");
        return vault.subscription().equalsIgnoreCase(call.var("subscription"))
                && (group == null || vault.group().equalsIgnoreCase(group))
                && (name == null || vault.name().equalsIgnoreCase(name))
                && (location == null || operation.region().equals(Vault.normalLocation(location)));
    }

    private Answer status(Call call) {
        return Answer.json(200, operation(call).status(call.line().rawPath()));
    }

    private Answer result(Call call, boolean inLocation) {
        Operation operation = operation(call);
        if (operation.isRunning()) {
            return acceptances.pending(operation, call);
        }
        DppError error = operation.error();
        if (error != null) {
            return Answer.json(400, error.response(operation.activityId())).with("x-ms-error-code", error.code());
        }
        Answer done = done(call, operation);
        return inLocation ? acceptances.stale(done, operation, call) : done;
    }

    private Answer done(Call call, Operation operation) {
        return switch (operation.result()) {
            case EXTENDED_INFO -> Answer.json(200, operation.extendedInfo());
            case GONE -> Answer.empty(204);
            case EMPTY -> Answer.empty(200);
            case INSTANCE -> found(call, world.instances.shelf().get(operation.subject()), operation);
            case VAULT -> found(call, world.vaults.get(operation.subject()), operation);
        };
    }

    private static Answer found(Call call, @Nullable Stored resource, Operation operation) {
        if (resource == null) {
            throw Refusal.notFound();
        }
        return Answer.json(200, resource.json(call.version()));
    }
}
