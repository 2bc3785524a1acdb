package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Multi-user authorisation: what a vault's resource guards watch over is refused unless the request names the guard's request
 * for it, or the delete was unlocked before. Which operations are watched and what unlocks them is recorded; status, code and
 * sentence of the refusal are assumed, and so is that it comes at once. Whoever names a request is taken for one who may act on
 * the guard: callers have all permissions here.
 */
final class GuardRule {
    static final String REQUESTS = "resourceGuardOperationRequests";
    private static final Map<String, Integer> SOFT_DELETE = Map.of("off", 0, "on", 1, "alwayson", 2);
    private static final Map<String, Integer> IMMUTABILITY = Map.of("disabled", 0, "unlocked", 1, "locked", 2);

    private final World world;

    GuardRule(World world) {
        this.world = world;
    }

    /**
     * Refuses an operation that is watched over and not allowed. An unlock that allows it is used up: it is for the next delete
     * (the operation's description).
     *
     * @param target what the operation is about: a vault, an instance, a proxy
     * @param asking the part of the request that names the requests; null when it has none
     */
    void check(Vault vault, GuardedOperation operation, ArmId target, @Nullable JsonNode asking, Call call) {
        for (GuardProxy proxy : world.guardProxies.under(vault.id())) {
            if (!proxy.watches(operation)
                    || requests(asking).stream().anyMatch(request -> proxy.asked(request) == operation)) {
                continue;
            }
            GuardProxy.Unlock unlock = proxy.unlocks().stream()
                    .filter(each -> each.allows(operation, target, call.at()))
                    .findFirst()
                    .orElseThrow(() -> refuse(operation, proxy));
            world.guardProxies.put(proxy.without(unlock));
        }
    }

    /** Refuses a change of a vault that makes it less secure; less retention counts, too (assumed). */
    void checkWrite(Vault vault, @Nullable JsonNode properties, Call call) {
        JsonNode now = vault.written().path("settings").path("securitySettings");
        JsonNode wanted = CaseBlind.member(properties, "securitySettings");
        JsonNode softDelete = CaseBlind.member(wanted, "softDeleteSettings");
        JsonNode kept = now.path("softDeleteSettings");
        boolean on = rank(SOFT_DELETE, kept) > 0;
        boolean weaker =
                rank(SOFT_DELETE, softDelete) < rank(SOFT_DELETE, kept) || (on && days(softDelete) < days(kept));
        if (softDelete != null && weaker) {
            check(vault, GuardedOperation.REDUCE_SOFT_DELETE, vault.id(), properties, call);
        }
        JsonNode immutability = CaseBlind.member(wanted, "immutabilitySettings");
        if (immutability != null
                && rank(IMMUTABILITY, immutability) < rank(IMMUTABILITY, now.path("immutabilitySettings"))) {
            check(vault, GuardedOperation.REDUCE_IMMUTABILITY, vault.id(), properties, call);
        }
        JsonNode encryption = CaseBlind.member(wanted, "encryptionSettings");
        if (encryption != null && !encryption.equals(now.path("encryptionSettings"))) {
            check(vault, GuardedOperation.MODIFY_ENCRYPTION, vault.id(), properties, call);
        }
    }

    private static int rank(Map<String, Integer> words, @Nullable JsonNode setting) {
        String state = CaseBlind.text(setting, "state");
        return state == null ? 0 : words.getOrDefault(state.toLowerCase(Locale.ROOT), 0);
    }

    private static double days(@Nullable JsonNode softDelete) {
        JsonNode days = CaseBlind.member(softDelete, "retentionDurationInDays");
        return days == null ? VaultRules.DEFAULT_RETENTION_DAYS : days.asDouble();
    }

    /** The requests that are named; none when there are none. */
    static List<String> requests(@Nullable JsonNode asking) {
        List<String> named = new ArrayList<>();
        JsonNode list = CaseBlind.member(asking, REQUESTS);
        if (list != null) {
            list.forEach(each -> named.add(each.asText()));
        }
        return named;
    }

    private static Refusal refuse(GuardedOperation operation, GuardProxy proxy) {
        return Refusal.dpp(
                403,
                new DppError(
                        "UserErrorOperationProtectedByResourceGuard",
                        "The operation " + operation.operation() + " is protected by the resource guard "
                                + proxy.guard().id() + ".",
                        "Get access to the resource guard and name its request "
                                + operation.defaultRequest(proxy.guard().id())
                                + ", or unlock the delete operation before."));
    }
}
