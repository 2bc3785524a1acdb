package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.identity.TokenIssuer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * ARM and the providers behind it: token, api-version, throttling, subscription, then the route. Thread-safe: requests wait
 * for one another only while they hold the world.
 */
final class Service {
    private final World world;
    private final SandboxClock clock;
    private final TokenGate gate;
    private final TokenRoutes tokens;
    private final @Nullable AccessCheck check;
    private final Traffic traffic = new Traffic();
    private final TokenBuckets buckets;
    private final boolean scaleRetryAfter;
    private final Router router;
    private final Ids routing;

    Service(World world, SandboxClock clock, SandboxOptions options) {
        world.seed(options.seed());
        this.routing = new Ids(options.seed(), "routing");
        this.world = world;
        this.clock = clock;
        SandboxAccess doors = options.access();
        TokenIssuer issuer = new TokenIssuer(world.directory.tenant(), options.tokenClock(), doors.tokenLife());
        this.gate = new TokenGate(
                options.tokenClock(), world.directory.tenant(), doors.strict() ? issuer : null, world.conditions);
        this.tokens = new TokenRoutes(issuer, world);
        this.check = doors.strict() ? new AccessCheck(world) : null;
        this.buckets = new TokenBuckets(options.buckets(), traffic);
        this.scaleRetryAfter = options.scaleRetryAfter();
        Pages pages = new Pages(options.pageSize());
        Acceptances acceptances = new Acceptances(world.operations);
        ProviderCatalog catalog = ProviderCatalog.load();
        router = new Router(catalog, world::locationOf);
        AccessCheck access = check;
        new ArmRoutes(world, (caller, subscription) -> access == null || access.sees(caller, subscription))
                .addTo(router);
        new GroupRoutes(world, pages).addTo(router);
        new ResourceListRoutes(world, pages).addTo(router);
        new ProviderRoutes(catalog).addTo(router);
        new ComputeRoutes(world).addTo(router);
        new StorageRoutes(world, pages).addTo(router);
        new BlobServiceRoutes(world).addTo(router);
        new IdentityRoutes(world).addTo(router);
        new GraphRoutes(world, options.buckets() != SandboxBuckets.OFF).addTo(router);
        new DatasourceRoutes(world, pages).addTo(router);
        new VaultRoutes(world, pages, acceptances).addTo(router);
        new PolicyRoutes(world, pages).addTo(router);
        new ResourceGuardRoutes(world, pages).addTo(router);
        new GuardProxyRoutes(world, pages).addTo(router);
        new OperationRoutes(world, acceptances).addTo(router);
        new InstanceRoutes(world, pages).addTo(router);
        ProtectionChecks checks = new ProtectionChecks(world);
        new ProtectionRoutes(world, checks, acceptances).addTo(router);
        new LifecycleRoutes(world, checks, acceptances).addTo(router);
        new DeletedInstanceRoutes(world, pages).addTo(router);
        new DeletedVaultRoutes(world, pages).addTo(router);
        new DataProtectionRoutes(world).addTo(router);
        new JobRoutes(world, pages, acceptances).addTo(router);
        new BackupRoutes(world, acceptances).addTo(router);
        new RestoreRoutes(world, acceptances).addTo(router);
        new RecoveryPointRoutes(world, pages).addTo(router);
        new RoleRoutes(world).addTo(router);
        world.timeline.settle(clock.now());
    }

    Answer answer(Call call) {
        Answer answer = tokens.answer(call);
        if (answer != null) {
            return answer.with("Cache-Control", "no-store, no-cache").with("x-ms-request-id", call.requestId());
        }
        try {
            answer = admitted(call.by(gate.admit(call)));
        } catch (Refusal refusal) {
            answer = refusal.answer(call);
        }
        return stamp(call, answer);
    }

    String tenant() {
        return world.directory.tenant();
    }

    /** A refusal that never came to the routes. */
    Answer refuse(Call call, Refusal refusal) {
        return stamp(call, refusal.answer(call));
    }

    private Answer admitted(Call call) {
        if (call.query("api-version") == null) {
            throw Refusal.arm(
                    400,
                    "MissingApiVersionParameter",
                    "The api-version query parameter (?api-version=) is required for all requests.");
        }
        List<String> segments = call.line().segments();
        boolean inSubscription = segments.size() > 1 && segments.get(0).equalsIgnoreCase("subscriptions");
        String scope = inSubscription ? segments.get(1).toLowerCase(Locale.ROOT) : "tenant";
        TokenBuckets.Kind kind = TokenBuckets.Kind.of(call.line().method());
        TokenBuckets.Left left = buckets.take(scope, call.caller(), kind, typeOf(segments), clock.now());
        Answer answer;
        try {
            answer = routed(call, inSubscription);
        } catch (Refusal refusal) {
            answer = refusal.answer(call);
        }
        if (answer.status() < 300
                && List.of("PUT", "PATCH").contains(call.line().method())) {
            answer.with("x-ms-arm-resource-system-data", systemData(call, answer.status() == 201));
        }
        if (answer.headers().containsKey("x-ms-user-quota-remaining")) {
            return answer;
        }
        answer.with(remaining(call, kind, inSubscription), Integer.toString(left.own()));
        boolean global = inSubscription && (call.line().method().equals("POST") || tellsGlobalReads(call, kind));
        return global
                ? answer.with(
                        "x-ms-ratelimit-remaining-subscription-global-" + kind.word() + "s",
                        Integer.toString(left.global()))
                : answer;
    }

    /** Namespace and types of what is asked for, without its names. */
    private static String typeOf(List<String> segments) {
        int providers = -1;
        for (int i = 0; i < segments.size(); i++) {
            providers = segments.get(i).equalsIgnoreCase("providers") ? i : providers;
        }
        StringBuilder type = new StringBuilder(providers < 0 ? "arm" : "");
        for (int i = providers + 1; providers >= 0 && i < segments.size(); i += i == providers + 1 ? 1 : 2) {
            type.append('/').append(segments.get(i));
        }
        return type.toString();
    }

    /** Storage, and the deleted vaults, tell what is left of the subscription's global bucket (seen in 2025 and 2026). */
    /** What came so far. */
    Traffic traffic() {
        return traffic;
    }

    private static boolean tellsGlobalReads(Call call, TokenBuckets.Kind kind) {
        return kind == TokenBuckets.Kind.READ
                && call.line().segments().stream()
                        .anyMatch(segment -> segment.equalsIgnoreCase("Microsoft.Storage")
                                || segment.equalsIgnoreCase(DeletedVaultRoutes.TYPE));
    }

    private Answer routed(Call call, boolean inSubscription) {
        if (call.line().segments().stream().anyMatch(segment -> segment.isBlank() || segment.contains("/"))) {
            throw Refusal.arm(
                    400, "InvalidRequestUri", "The request URI '" + call.line().rawPath() + "' is invalid.");
        }
        synchronized (world) {
            Instant now = clock.now();
            world.timeline.settle(now);
            if (inSubscription) {
                world.subscription(call.line().segments().get(1));
            }
            try {
                if (check != null) {
                    check.check(call.arrivedAt(now));
                }
                return router.answer(call.arrivedAt(now));
            } catch (Refusal refusal) {
                throw refusal;
            } catch (RuntimeException defect) {
                // Whatever a handler did wrong is the service's fault, and must not look like a broken connection.
                throw Refusal.arm(500, "InternalServerError", "The sandbox has a defect: " + defect);
            }
        }
    }

    /** Who changed it last, and who made it when it is new (az recording vault_create_and_delete, 2025-11). */
    private String systemData(Call call, boolean created) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        String by = call.caller().objectId();
        String at = DotNetTime.precise(clock.now());
        if (created) {
            data.put("createdBy", by).put("createdByType", "User").put("createdAt", at);
        }
        data.put("lastModifiedBy", by).put("lastModifiedByType", "User").put("lastModifiedAt", at);
        return data.toString();
    }

    /** Which header tells what is left in the bucket (recorded: POST says writes, the rest of the provider its own). */
    private static String remaining(Call call, TokenBuckets.Kind kind, boolean inSubscription) {
        if (!inSubscription) {
            return "x-ms-ratelimit-remaining-tenant-" + kind.word() + "s";
        }
        boolean ownLimits = isDataProtection(call)
                && call.version().hasDateForm()
                && call.version().isSigned()
                && !call.line().method().equals("POST")
                && call.line().segments().stream().noneMatch(DeletedVaultRoutes.TYPE::equalsIgnoreCase);
        return ownLimits
                ? "x-ms-ratelimit-remaining-subscription-resource-requests"
                : "x-ms-ratelimit-remaining-subscription-" + kind.word() + "s";
    }

    private static boolean isDataProtection(Call call) {
        List<String> segments = call.line().segments();
        // What comes last is not asked for anything: then ARM itself tells of its provider.
        return segments.stream()
                .limit(Math.max(0, segments.size() - 1))
                .anyMatch("Microsoft.DataProtection"::equalsIgnoreCase);
    }

    private Answer stamp(Call call, Answer answer) {
        String retryAfter = answer.headers().get("Retry-After");
        if (retryAfter != null && scaleRetryAfter && clock.speed() > 0) {
            double real = Math.ceil(Long.parseLong(retryAfter) / clock.speed());
            answer.with("Retry-After", Long.toString((long) Math.max(1, real)));
        }
        boolean old = call.version().hasDateForm() && !call.version().isSigned();
        if (old && isDataProtection(call) && answer.body() != null) {
            answer.with("Content-Type", "application/json");
        }
        if (call.header("x-ms-return-client-request-id").equalsIgnoreCase("true")) {
            answer.with("x-ms-client-request-id", call.header("x-ms-client-request-id"));
        }
        // The provider gives both the same ID (PowerShell recordings, 2026) unless the caller brought one (assumed).
        boolean own =
                isDataProtection(call) && !call.correlationId().equals(call.header("x-ms-correlation-request-id"));
        return answer.with("x-ms-request-id", own ? call.correlationId() : call.requestId())
                .with("x-ms-correlation-request-id", call.correlationId())
                .with("x-ms-routing-request-id", "WESTUS:" + DotNetTime.compact(clock.now()) + ":" + routing.guid())
                .with("Cache-Control", "no-cache")
                .with("Pragma", "no-cache")
                .with("Expires", "-1")
                .with("X-Content-Type-Options", "nosniff")
                .with("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
}
