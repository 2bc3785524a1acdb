package dpsh.bulk;

import dpsh.backup.AlreadyProtected;
import dpsh.backup.BackupInstance;
import dpsh.backup.Finding;
import dpsh.backup.Outcome;
import dpsh.backup.PermissionErrors;
import dpsh.backup.ProtectionState;
import dpsh.backup.RoleNeed;
import dpsh.client.Operation;
import dpsh.client.Operations;
import dpsh.client.Standing;
import dpsh.store.ItemState;
import dpsh.store.RunItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One item's way: validate, create, wait until the service says that it is protected. It holds no thread; between two requests
 * it is an entry in a queue of the {@link Dispatcher}, whose thread is the only one that touches it.
 */
final class ItemCourse {
    /** So often a request to create is sent whose earlier ones certainly had no effect. */
    private static final int CREATIONS = 4;

    private final Floor floor;
    private final Gate gate;
    private final ProgressWatch watch;
    private final List<RoleNeed> missing;
    private final @Nullable ProtectionState standing;
    private final boolean resumed;
    private RunItem item;
    private @Nullable Operation operation;
    private Instant deadline = Instant.MAX;
    /** Until then a want of roles may be one that does not act yet. */
    private Instant rolesUntil = Instant.MAX;

    private final ItemRequests requests;
    private final Tries refusals = new Tries(Integer.MAX_VALUE);
    private String word = "waiting";

    /**
     * @param standing the state of its backup instance when the run began, or null when there was none
     * @param resumed whether an earlier process may have sent requests about it
     */
    ItemCourse(
            Floor floor,
            Gate gate,
            ProgressWatch watch,
            RunItem item,
            List<RoleNeed> missing,
            @Nullable ProtectionState standing,
            boolean resumed) {
        this.floor = floor;
        this.gate = gate;
        this.watch = watch;
        this.item = item;
        this.missing = missing;
        this.standing = standing;
        this.resumed = resumed;
        this.requests = new ItemRequests(floor, item.vault(), this);
    }

    RunItem item() {
        return item;
    }

    /** The roles that it lacked when the run began. */
    List<RoleNeed> missing() {
        return missing;
    }

    /** What the service said of it last. */
    String word() {
        return word;
    }

    boolean ended() {
        return item.state().ended();
    }

    /** The roles that it lacked are assigned. */
    void granted() {
        to(item.in(ItemState.GRANTED));
    }

    /** Sends its first request, or goes on where an earlier process stopped. */
    void begin() {
        Instant now = now();
        deadline = now.plus(floor.settings().itemDeadline());
        rolesUntil = now.plus(floor.settings().grantDeadline());
        to(item.timed(item.attempts(), item.startedAt() == null ? now : item.startedAt(), item.submittedAt(), null));
        if (resumed) {
            requests.read(this::left, this::pickUp, this::begin);
        } else {
            first();
        }
    }

    /**
     * What earlier processes of this run left in the ledger.
     *
     * @param open the request to create that has not ended, or null
     * @param asked whether there ever was one, which the journal may not have got to know
     */
    private record Left(@Nullable Operation open, boolean asked) {}

    /** What earlier processes left in the ledger is brought up to date; an open request to create is gone on with. */
    private Left left() {
        Operations operations = floor.service().operations();
        boolean asked = operations.asked(item.instanceId(), floor.journal().begun());
        operations.settle(item.instanceId());
        return new Left(operations.creating(item.instanceId()), asked);
    }

    private void pickUp(Left left) {
        if (left.asked() && item.attempts() == 0) {
            to(item.timed(1, item.startedAt(), item.submittedAt(), null));
        }
        Operation open = left.open();
        if (open == null) {
            first();
        } else {
            follow(open);
        }
    }

    private void first() {
        if (standing == null) {
            gate.enter(this);
        } else if (standing.isPending()) {
            requests.read(() -> floor.service().operations().follow(item.instanceId()), this::follow, this::first);
        } else if (standing.isProtected()) {
            end(item.in(item.attempts() > 0 ? ItemState.PROTECTED : ItemState.UNCHANGED));
        } else {
            // The service refuses to validate what has an instance already; configuring it again is what mends it.
            create();
        }
    }

    /** Asks the service whether it would take the request. */
    void validate() {
        word = "validating";
        requests.write(
                Dispatcher.Rank.USUAL,
                () -> Look.begun(floor.service().operations().validate(item.vault(), item.draft())),
                look -> await(look, this::validated),
                this::validate);
    }

    private void validated(Outcome outcome) {
        boolean lacking = outcome instanceof Outcome.Failed failed && PermissionErrors.includes(failed.error());
        if (outcome instanceof Outcome.Succeeded) {
            gate.passed(this);
            requests.succeeded();
            to(item.in(ItemState.VALIDATED));
            create();
        } else if (lacking) {
            gate.refused(this, (Outcome.Failed) outcome);
        } else {
            gate.left(this);
            unsuccessful(outcome, this::validate);
        }
    }

    private void create() {
        word = "creating";
        to(item.in(ItemState.SUBMITTED));
        requests.write(
                Dispatcher.Rank.FIRST,
                () -> Look.begun(floor.service().operations().create(item.vault(), item.draft())),
                this::created,
                this::create);
    }

    private void created(Look look) {
        Operation made = look.operation();
        if (made != null) {
            to(item.at(made.number()).timed(item.attempts() + 1, item.startedAt(), item.submittedAt(), null));
        }
        if (look.running() && !look.ambiguous() && made != null) {
            requests.succeeded();
            configuring(made);
        } else {
            await(look, this::configured);
        }
    }

    /** Goes on with a request that was sent before, by this process or another one. */
    private void follow(Operation left) {
        if (left.number() > 0) {
            to(item.at(left.number()));
        }
        if (left.isOpen() && !left.row().unanswered()) {
            configuring(left);
        } else {
            requests.read(() -> Look.again(left), look -> await(look, this::configured), () -> follow(left));
        }
    }

    private void configuring(Operation made) {
        operation = made;
        Instant submitted = item.submittedAt() == null ? now() : item.submittedAt();
        to(item.in(ItemState.CONFIGURING).at(made.number()).timed(item.attempts(), item.startedAt(), submitted, null));
        word = "ConfiguringProtection";
        watch.add(this);
    }

    /** A list showed its instance still being worked on. */
    void stands(String state) {
        word = state;
    }

    /** Whether it has taken longer than it may. */
    boolean tooLate() {
        return !now().isBefore(deadline);
    }

    /** A list showed its instance: worth asking how the operation ended. */
    void seen(BackupInstance instance) {
        Operation made = operation;
        word = instance.state().word();
        if (made == null || ended()) {
            return;
        }
        requests.read(() -> Look.of(made, made.look(instance)), this::confirmed, () -> watch.add(this));
    }

    /** Asks about its operation by itself: for a few this is cheaper than a list. */
    void ask() {
        Operation made = operation;
        if (made != null && !ended()) {
            requests.read(() -> Look.again(made), this::confirmed, () -> watch.add(this));
        }
    }

    private void confirmed(Look look) {
        if (look.running()) {
            if (late(look.outcome())) {
                return;
            }
            watch.add(this);
        } else {
            configured(look.outcome());
        }
    }

    private void configured(Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded) {
            end(item.in(ItemState.PROTECTED));
        } else if (outcome instanceof Outcome.Failed failed
                && PermissionErrors.includes(failed.error())
                && floor.settings().grant()
                && now().isBefore(rolesUntil)) {
            floor.dispatcher().later(pauseAfterRefusal(), this::create);
        } else {
            unsuccessful(outcome, this::recreate);
        }
    }

    /** The request had no effect: it is validated anew, because time has passed. */
    private void recreate() {
        if (item.attempts() >= CREATIONS) {
            end(Endings.withoutEffect(item));
        } else {
            validate();
        }
    }

    /** Everything but success and a want of roles. */
    private void unsuccessful(Outcome outcome, Runnable again) {
        if (outcome instanceof Outcome.Failed failed) {
            if (AlreadyProtected.includes(failed.error())) {
                existing();
            } else if (ItemRequests.passing(failed.status())) {
                requests.pause(() -> end(Endings.failed(item, failed)), again);
            } else {
                end(Endings.failed(item, failed));
            }
        } else if (outcome instanceof Outcome.Canceled) {
            end(Endings.canceled(item));
        } else if (outcome instanceof Outcome.Unknown unknown) {
            requests.pause(() -> end(Endings.unknown(item, unknown.why())), again);
        } else if (outcome instanceof Outcome.NotSent) {
            throw new IllegalStateException("a run that only shows requests has no courses");
        }
    }

    /** Somebody protects it already: what stands there decides. */
    private void existing() {
        requests.read(
                () -> new Existing(floor.service().protection().existing(item.datasource(), item.vault())),
                existing -> found(existing.instance()),
                this::existing);
    }

    private record Existing(@Nullable BackupInstance instance) {}

    private void found(@Nullable BackupInstance existing) {
        if (existing == null) {
            end(Endings.unseen(item));
            return;
        }
        Finding obstacle = Standing.obstacle(item.draft(), item.vault(), existing);
        if (obstacle != null) {
            end(Endings.blocked(item, obstacle));
        } else if (existing.state().isProtected()) {
            end(item.in(item.attempts() > 0 ? ItemState.PROTECTED : ItemState.UNCHANGED));
        } else {
            requests.read(() -> floor.service().operations().follow(existing.id()), this::follow, this::existing);
        }
    }

    /** The roles did not act in time, or nobody may assign them. */
    void lacking(Outcome.Failed failed) {
        end(Endings.failed(item, failed));
    }

    /** Service time until it may be tried again after a refusal for want of roles. */
    Duration pauseAfterRefusal() {
        return refusals.next();
    }

    /** Something stands in the way, and nothing was sent about it. */
    void blocked(@Nullable String code, String why, @Nullable String fix) {
        end(item.in(ItemState.BLOCKED, code, why, fix, null));
    }

    /** Fails before anything was sent about it. */
    void fails(String code, String why, @Nullable String fix, @Nullable String activity) {
        end(item.in(ItemState.FAILED, code, why, fix, activity));
    }

    /** Looks again and again until it has ended, or it is too late. */
    private void await(Look look, Consumer<Outcome> then) {
        Operation made = look.operation();
        if (!look.running() || made == null) {
            then.accept(look.outcome());
            return;
        }
        word = ((Outcome.StillRunning) look.outcome()).detail();
        if (!late(look.outcome())) {
            floor.dispatcher()
                    .later(
                            look.next(),
                            () -> requests.read(
                                    () -> Look.again(made), next -> await(next, then), () -> await(look, then)));
        }
    }

    private boolean late(Outcome outcome) {
        boolean late = tooLate();
        if (late) {
            String last = outcome instanceof Outcome.StillRunning running ? running.detail() : word;
            end(Endings.late(item, floor.settings().itemDeadline(), last));
        }
        return late;
    }

    /** Its last state. */
    void end(RunItem last) {
        to(last.timed(last.attempts(), last.startedAt(), last.submittedAt(), now()));
        word = last.state().word();
        operation = null;
        gate.left(this);
        floor.ended().accept(this);
    }

    private void to(RunItem next) {
        RunItem before = item;
        item = next;
        floor.journal().changed(before, next);
    }

    private Instant now() {
        return floor.service().clock().now();
    }
}
