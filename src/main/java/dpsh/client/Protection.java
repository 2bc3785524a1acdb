package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.AlreadyProtected;
import dpsh.backup.BackupInstance;
import dpsh.backup.Datasource;
import dpsh.backup.Finding;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Outcome;
import dpsh.backup.Policy;
import dpsh.backup.Preflight;
import dpsh.backup.RoleNeed;
import dpsh.backup.RoleStanding;
import dpsh.backup.Vault;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The whole of an article in one go: check, grant, validate, create, and watch until the instance says it is protected. */
public final class Protection {
    /**
     * What shall be protected, and how.
     *
     * @param grant whether missing roles may be assigned
     * @param operationDeadline for each operation, in service time
     * @param grantDeadline until granted roles act, in service time
     */
    public record Wish(
            InstanceDraft draft,
            Vault vault,
            @Nullable Policy policy,
            @Nullable Datasource datasource,
            boolean grant,
            Duration operationDeadline,
            Duration grantDeadline) {}

    private final BackupClient backup;
    private final Operations operations;
    private final Permissions permissions;

    public Protection(BackupClient backup, Operations operations, Permissions permissions) {
        this.backup = backup;
        this.operations = operations;
        this.permissions = permissions;
    }

    /**
     * Protects one datasource.
     *
     * @throws DpshException.TimedOut when a deadline passes; whatever was accepted goes on at the service
     * @throws DpshException.Interrupted when the operator detaches; whatever was accepted goes on at the service
     */
    public ItemResult protect(Wish wish, Consumer<ProtectStep> steps) {
        operations.settle(wish.draft().idIn(wish.vault().id()));
        List<Finding> findings = Preflight.check(wish.draft(), wish.vault(), wish.policy(), wish.datasource());
        BackupInstance existing =
                existing(wish.draft().datasource(), wish.vault().id());
        if (existing != null) {
            return standing(wish, existing, steps);
        }
        if (findings.stream().anyMatch(Finding::isError)) {
            return new ItemResult.Blocked(
                    findings.stream().filter(Finding::isError).toList());
        }
        findings.forEach(finding -> steps.accept(new ProtectStep.Noted(finding)));
        return permit(wish, steps);
    }

    /** Whatever protects the datasource already: in this vault first, then in any other. */
    public @Nullable BackupInstance existing(ResourceId datasource, ResourceId vault) {
        List<BackupInstance> found = instancesOf(datasource, vault);
        return found.stream()
                .filter(instance -> instance.vault().equals(vault))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.get(0));
    }

    /** By datasource where the service knows that question, else by looking through the vault. */
    private List<BackupInstance> instancesOf(ResourceId datasource, ResourceId vault) {
        try {
            return backup.instancesOf(datasource).all();
        } catch (DpshException.Service e) {
            boolean unknownThere = e.status() == 400 || e.status() == 403 || e.status() == 404 || e.status() == 405;
            if (!unknownThere) {
                throw e;
            }
            return backup.instances(vault).all().stream()
                    .filter(instance -> datasource.equals(instance.datasource()))
                    .toList();
        }
    }

    private ItemResult standing(Wish wish, BackupInstance existing, Consumer<ProtectStep> steps) {
        Finding obstacle = Standing.obstacle(wish.draft(), wish.vault().id(), existing);
        if (obstacle != null) {
            return new ItemResult.Blocked(List.of(obstacle));
        }
        if (existing.state().isProtected()) {
            return unchanged(wish, existing.id());
        }
        steps.accept(new ProtectStep.PickedUp(existing.name()));
        return finish(wish, operations.follow(existing.id()), steps);
    }

    /** What earlier sessions left is followed to its end, and the instance is looked at once more: it may be gone. */
    private ItemResult unchanged(Wish wish, ResourceId id) {
        Operation deletion = operations.deleting(id);
        if (deletion != null && deletion.look() instanceof Outcome.StillRunning) {
            return new ItemResult.Blocked(List.of(Finding.error(
                    null,
                    "the instance " + id.name() + " is being deleted",
                    "`operation watch " + deletion.number() + "`, then protect it again")));
        }
        operations.finish(id, wish.operationDeadline());
        BackupInstance now = backup.instance(id);
        return now != null && now.state().isProtected()
                ? new ItemResult.Unchanged(id, now.state())
                : new ItemResult.Failed(
                        "create",
                        new Outcome.Unknown("the instance was protected and is now "
                                + (now == null ? "gone" : now.state().word())));
    }

    private ItemResult permit(Wish wish, Consumer<ProtectStep> steps) {
        List<RoleNeed> needs = RoleNeed.of(wish.draft());
        permissions.settle(wish.vault(), needs);
        List<RoleStanding> standings = permissions.standings(wish.vault(), needs);
        standings.forEach(standing -> steps.accept(new ProtectStep.Checked(standing)));
        List<RoleNeed> missing = standings.stream()
                .filter(RoleStanding::isMissing)
                .map(RoleStanding::need)
                .toList();
        if (!missing.isEmpty() && !wish.grant()) {
            return new ItemResult.Blocked(missing.stream()
                    .map(need -> Finding.error(
                            "UserErrorMissingRequiredPermissions",
                            "the vault's identity lacks " + need.role().label() + " on "
                                    + need.scope().name(),
                            "add --grant, or `permission grant`"))
                    .toList());
        }
        for (RoleNeed need : missing) {
            Outcome outcome = permissions.grant(wish.vault(), need);
            if (!(outcome instanceof Outcome.Succeeded) && !(outcome instanceof Outcome.NotSent)) {
                return new ItemResult.Failed("grant", outcome);
            }
            if (outcome instanceof Outcome.Succeeded) {
                steps.accept(new ProtectStep.Granted(need));
            }
        }
        return validate(wish, !missing.isEmpty(), steps);
    }

    /** With leave to grant, a role that is assigned and does not act yet is waited for, whoever assigned it. */
    private ItemResult validate(Wish wish, boolean granted, Consumer<ProtectStep> steps) {
        Outcome outcome;
        if (wish.grant()) {
            outcome = permissions.awaitEffect(
                    wish.vault().id(),
                    wish.draft(),
                    wish.grantDeadline(),
                    refusal -> steps.accept(new ProtectStep.NotInForce(refusal)));
            if (granted && outcome instanceof Outcome.Succeeded) {
                steps.accept(new ProtectStep.InForce());
            }
        } else {
            Operation operation = operations.validate(wish.vault().id(), wish.draft());
            outcome = operation == null
                    ? new Outcome.NotSent()
                    : operation.await(
                            wish.operationDeadline(), running -> steps.accept(new ProtectStep.Running(running)));
        }
        if (outcome instanceof Outcome.Succeeded) {
            steps.accept(new ProtectStep.Validated());
        } else if (!(outcome instanceof Outcome.NotSent)) {
            return refused(wish, "validate", outcome, steps);
        }
        return create(wish, steps);
    }

    /** Somebody else was quicker: then it is their instance that counts. */
    private ItemResult refused(Wish wish, String step, Outcome outcome, Consumer<ProtectStep> steps) {
        boolean already = outcome instanceof Outcome.Failed failed && AlreadyProtected.includes(failed.error());
        BackupInstance existing =
                already ? existing(wish.draft().datasource(), wish.vault().id()) : null;
        return existing == null ? new ItemResult.Failed(step, outcome) : standing(wish, existing, steps);
    }

    /** An answer that got lost is read back; only when the service has no such instance it is sent once more. */
    private ItemResult create(Wish wish, Consumer<ProtectStep> steps) {
        for (boolean again = false; ; again = true) {
            Operation operation = operations.create(wish.vault().id(), wish.draft());
            if (operation == null) {
                return new ItemResult.Shown();
            }
            boolean lost = operation.row().unanswered()
                    && operation.await(
                                    wish.operationDeadline(), running -> steps.accept(new ProtectStep.Running(running)))
                            instanceof Outcome.Unknown;
            if (lost && !again) {
                continue;
            }
            if (operation.isOpen()) {
                steps.accept(new ProtectStep.Created(wish.draft().name(), operation.number()));
            }
            return finish(wish, operation, steps);
        }
    }

    private ItemResult finish(Wish wish, Operation operation, Consumer<ProtectStep> steps) {
        Outcome outcome =
                operation.await(wish.operationDeadline(), running -> steps.accept(new ProtectStep.Running(running)));
        if (outcome instanceof Outcome.Succeeded) {
            BackupInstance instance = backup.instance(operation.target());
            if (instance != null && instance.state().isProtected()) {
                operations.settle(instance.id());
                return new ItemResult.Protected(instance.id(), instance.state());
            }
            return new ItemResult.Failed(
                    "create", new Outcome.Unknown("the instance is " + (instance == null ? "gone" : instance.state())));
        }
        return new ItemResult.Failed("create", outcome);
    }
}
