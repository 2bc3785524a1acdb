package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import dpsh.arm.ResourceId;
import dpsh.backup.Outcome;
import dpsh.backup.RoleNeed;
import dpsh.client.Operation;
import dpsh.client.Pacing;
import dpsh.client.RoleClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the role assignments of a run, each once, and tells which of them failed. */
final class Grants {
    /** A new identity is not known everywhere at once (wire-notes 12, {@code PrincipalNotFound}). */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final int TRIES = 8;

    /** Why an assignment was not made. */
    record Failure(String code, String why, @Nullable String activity) {}

    private final Floor floor;
    private final Map<ResourceId, String> principals;
    private final Map<GrantNeed, @Nullable Failure> results = new LinkedHashMap<>();
    private final List<GrantNeed> needs;
    private final Instant end;
    private final Runnable done;
    private int open;

    /**
     * @param principals the identity of each vault
     * @param done called when all were tried
     */
    Grants(Floor floor, List<GrantNeed> needs, Map<ResourceId, String> principals, Runnable done) {
        this.floor = floor;
        this.needs = needs;
        this.principals = principals;
        this.done = done;
        this.end = floor.service().clock().now().plus(PATIENCE);
        this.open = needs.size();
    }

    /** How many are not made yet. */
    int open() {
        return open;
    }

    void begin() {
        needs.forEach(need -> assign(need, 0));
        if (needs.isEmpty()) {
            done.run();
        }
    }

    /** Why a role that an item lacked could not be given, or null when all of them were. */
    @Nullable
    Failure failureFor(ResourceId vault, List<RoleNeed> missing) {
        for (Map.Entry<GrantNeed, @Nullable Failure> entry : results.entrySet()) {
            GrantNeed grant = entry.getKey();
            boolean concerned = grant.vault().equals(vault)
                    && missing.stream()
                            .anyMatch(need -> need.role() == grant.need().role()
                                    && need.scope().isWithin(grant.need().scope()));
            Failure failure = entry.getValue();
            if (concerned && failure != null) {
                return failure;
            }
        }
        return null;
    }

    private void assign(GrantNeed grant, int tries) {
        String principal = principals.get(grant.vault());
        if (principal == null) {
            ended(grant, new Failure("VaultMSIUnauthorized", "the vault has no system-assigned identity", null));
            return;
        }
        floor.dispatcher()
                .send(
                        Floor.subscription(grant.need().scope()),
                        Pacing.Call.WRITE,
                        Dispatcher.Rank.FIRST,
                        () -> {
                            floor.service().operations().settle(RoleClient.idOf(grant.need(), principal));
                            return Look.begun(
                                    floor.service().operations().assign(grant.vault(), grant.need(), principal));
                        },
                        look -> assigned(grant, look, tries),
                        e -> trouble(grant, e, tries));
    }

    private void assigned(GrantNeed grant, Look look, int tries) {
        Outcome outcome = look.outcome();
        Operation operation = look.operation();
        if (look.running() && operation != null) {
            floor.dispatcher().later(look.next(), () -> readBack(grant, operation, tries));
        } else if (outcome instanceof Outcome.Succeeded) {
            ended(grant, null);
        } else if (outcome instanceof Outcome.Failed failed) {
            ErrorBody error = failed.error();
            boolean unknownYet = error.is("PrincipalNotFound")
                    && floor.service().clock().now().isBefore(end);
            if (unknownYet) {
                again(grant, tries);
            } else {
                ended(
                        grant,
                        new Failure(
                                error.code(),
                                "the role " + grant.need().role().label() + " cannot be assigned: " + error.message(),
                                failed.correlationId()));
            }
        } else if (tries < TRIES) {
            // It had no effect: the same assignment again has the same name and changes nothing twice.
            again(grant, tries + 1);
        } else {
            ended(grant, new Failure("Unknown", "nobody knows whether the role was assigned", null));
        }
    }

    /** No answer came: the assignment itself tells whether it was made. */
    private void readBack(GrantNeed grant, Operation operation, int tries) {
        floor.dispatcher()
                .send(
                        Floor.subscription(grant.need().scope()),
                        Pacing.Call.READ,
                        Dispatcher.Rank.FIRST,
                        () -> Look.again(operation),
                        look -> assigned(grant, look, tries),
                        e -> trouble(grant, e, tries));
    }

    private void trouble(GrantNeed grant, RuntimeException e, int tries) {
        if (e instanceof DpshException.NotAllowed
                || e instanceof DpshException.LedgerUnavailable
                || e instanceof DpshException.Interrupted) {
            floor.stopped().accept((DpshException) e);
        } else if (e instanceof DpshException.TimedOut out && out.throttled()) {
            assign(grant, tries);
        } else if (tries < TRIES) {
            again(grant, tries + 1);
        } else {
            ended(grant, new Failure("Unknown", "the role could not be assigned: " + e.getMessage(), null));
        }
    }

    private void again(GrantNeed grant, int tries) {
        floor.dispatcher().later(PAUSE, () -> assign(grant, tries));
    }

    private void ended(GrantNeed grant, @Nullable Failure failure) {
        results.put(grant, failure);
        open--;
        if (open == 0) {
            done.run();
        }
    }

    /** The vaults whose identities were given something. */
    List<ResourceId> vaults() {
        List<ResourceId> vaults = new ArrayList<>();
        results.forEach((grant, failure) -> {
            if (failure == null && !vaults.contains(grant.vault())) {
                vaults.add(grant.vault());
            }
        });
        return vaults;
    }
}
