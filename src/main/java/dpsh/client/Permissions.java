package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.ServiceClock;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Outcome;
import dpsh.backup.PermissionErrors;
import dpsh.backup.RoleAssignment;
import dpsh.backup.RoleNeed;
import dpsh.backup.RoleStanding;
import dpsh.backup.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The roles of the vault's identity: which it has, giving it those that it lacks, and waiting until they act. */
public final class Permissions {
    /** New identities take a while to be known everywhere; the portal's advice is minutes (wire-notes 12). */
    private static final Duration PRINCIPAL_PATIENCE = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final RoleClient roles;
    private final Operations operations;
    private final ServiceClock clock;

    public Permissions(RoleClient roles, Operations operations, ServiceClock clock) {
        this.roles = roles;
        this.operations = operations;
        this.clock = clock;
    }

    /**
     * What is needed, and what of it is held at the scope or above. Role assignments that were made a moment ago count as held
     * here; whether the service acts on them, only validating tells.
     *
     * @throws DpshException.Refused when the vault has no identity that could hold roles
     */
    public List<RoleStanding> standings(Vault vault, List<RoleNeed> needs) {
        String principal = principal(vault);
        List<RoleStanding> standings = new ArrayList<>();
        for (RoleNeed need : needs) {
            List<RoleAssignment> assignments =
                    roles.assignments(need.scope(), principal).all();
            standings.add(new RoleStanding(
                    need,
                    assignments.stream()
                            .filter(assignment -> need.isMetBy(assignment, principal))
                            .findFirst()
                            .orElse(null)));
        }
        return List.copyOf(standings);
    }

    /** Reads back the grants of a process that died, so that the ledger and the service agree. */
    public void settle(Vault vault, List<RoleNeed> needs) {
        String principal = principal(vault);
        needs.forEach(need -> operations.settle(RoleClient.idOf(need, principal)));
    }

    /**
     * Assigns one role. That somebody assigned it meanwhile is success; a principal that the directory does not know yet is
     * asked for again.
     *
     * @return how it ended; {@link Outcome.NotSent} when the request was only shown
     */
    public Outcome grant(Vault vault, RoleNeed need) {
        String principal = principal(vault);
        Instant end = clock.now().plus(PRINCIPAL_PATIENCE);
        operations.settle(RoleClient.idOf(need, principal));
        for (int attempt = 0; ; attempt++) {
            Operation operation = operations.assign(vault.id(), need, principal);
            if (operation == null) {
                return new Outcome.NotSent();
            }
            Outcome outcome = operation.await(PRINCIPAL_PATIENCE, running -> {});
            boolean unknownYet =
                    outcome instanceof Outcome.Failed failed && failed.error().is("PrincipalNotFound");
            if (!unknownYet || !clock.now().isBefore(end)) {
                return outcome;
            }
            pause(attempt, "granting " + need.role().label());
        }
    }

    /**
     * Validates again and again until the roles act: nothing else tells that they do.
     *
     * @param deadline in service time
     * @param refused told of each validation that the service refused for want of permission
     * @return the first outcome that is not a want of permission
     * @throws DpshException.TimedOut when the roles do not act before the deadline
     */
    public Outcome awaitEffect(
            ResourceId vault, InstanceDraft draft, Duration deadline, Consumer<Outcome.Failed> refused) {
        Instant end = clock.now().plus(deadline);
        for (int attempt = 0; ; attempt++) {
            Operation operation = operations.validate(vault, draft);
            if (operation == null) {
                return new Outcome.NotSent();
            }
            Outcome outcome = operation.await(deadline, running -> {});
            if (!(outcome instanceof Outcome.Failed failed) || !PermissionErrors.includes(failed.error())) {
                return outcome;
            }
            refused.accept(failed);
            if (!clock.now().isBefore(end)) {
                throw new DpshException.TimedOut(
                        "the roles did not take effect within " + deadline.toMinutes() + " min",
                        failed.error().cause() == null
                                ? failed.error().message()
                                : failed.error().cause(),
                        "`permission check` shows what is assigned; run the command again later",
                        deadline);
            }
            pause(attempt, "waiting for the roles");
        }
    }

    /** Doubling from 10 s to a minute. */
    static Duration pauseAfter(int attempt) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void pause(int attempt, String what) {
        try {
            clock.sleep(pauseAfter(attempt));
        } catch (InterruptedException e) {
            throw new DpshException.Interrupted(
                    "interrupted while " + what, "what was granted stays granted; run the command again");
        }
    }

    private static String principal(Vault vault) {
        String principal = vault.principalId();
        if (principal == null) {
            throw new DpshException.Refused(
                    "the vault " + vault.name() + " has no system-assigned identity",
                    "roles are given to that identity",
                    "give it one in the portal (Identity), then run the command again");
        }
        return principal;
    }
}
