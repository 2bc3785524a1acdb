package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import dpsh.arm.SubscriptionId;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.ErrorEntry;
import dpsh.backup.Finding;
import dpsh.backup.Outcome;
import dpsh.backup.PermissionErrors;
import dpsh.client.BulkService;
import dpsh.client.Operation;
import dpsh.client.Pacing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has the service validate the items of a plan, paced, many at a time. It changes nothing. */
final class PlanValidation {
    private static final Duration MOST = Duration.ofMinutes(60);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int TRIES = 5;

    private final BulkService service;
    private final ErrorCatalog catalog = ErrorCatalog.load();
    private int open;
    private @Nullable DpshException stopped;

    PlanValidation(BulkService service) {
        this.service = service;
    }

    /**
     * The same items; those that the service refuses are blocked.
     *
     * @throws DpshException.Interrupted when the operator interrupts
     */
    List<PlanItem> of(List<PlanItem> items) {
        PlanItem[] verdicts = items.toArray(PlanItem[]::new);
        try (Dispatcher dispatcher = new Dispatcher(service.pacing(), service.clock())) {
            for (int i = 0; i < verdicts.length; i++) {
                if (verdicts[i].verdict() == PlanItem.Verdict.PROTECT && verdicts[i].standing() == null) {
                    open++;
                    new Course(dispatcher, verdicts, i).begin();
                }
            }
            dispatcher.run(() -> open == 0 || stopped != null, () -> {});
        } catch (InterruptedException e) {
            throw new DpshException.Interrupted(
                    "interrupted while the service validated the plan", "nothing was changed; plan again");
        }
        if (stopped != null) {
            throw stopped;
        }
        return new ArrayList<>(Arrays.asList(verdicts));
    }

    /** One item's validation. */
    private final class Course {
        private final Dispatcher dispatcher;
        private final PlanItem[] verdicts;
        private final int place;
        private @Nullable Instant deadline;
        private int tries;

        Course(Dispatcher dispatcher, PlanItem[] verdicts, int place) {
            this.dispatcher = dispatcher;
            this.verdicts = verdicts;
            this.place = place;
        }

        void begin() {
            PlanItem item = verdicts[place];
            send(
                    Pacing.Call.WRITE,
                    () -> Look.begun(service.operations().validate(item.vault(), item.draft())),
                    this::begin);
        }

        private void send(Pacing.Call call, Supplier<Look> request, Runnable again) {
            SubscriptionId subscription = Floor.subscription(verdicts[place].vault());
            Dispatcher.Rank rank = call == Pacing.Call.READ ? Dispatcher.Rank.FIRST : Dispatcher.Rank.USUAL;
            dispatcher.send(subscription, call, rank, request, this::await, e -> trouble(e, again));
        }

        private void await(Look look) {
            Instant now = service.clock().now();
            Instant end = deadline == null ? now.plus(MOST) : deadline;
            deadline = end;
            Operation operation = look.operation();
            if (!look.running() || operation == null) {
                end(judged(verdicts[place], look.outcome()));
            } else if (!now.isBefore(end)) {
                end(told(verdicts[place], "the validation did not end within " + MOST.toMinutes() + " min"));
            } else {
                Runnable ask = new Runnable() {
                    @Override
                    public void run() {
                        send(Pacing.Call.READ, () -> Look.again(operation), this);
                    }
                };
                dispatcher.later(look.next(), ask);
            }
        }

        private void trouble(RuntimeException e, Runnable again) {
            if (e instanceof DpshException.TimedOut out && out.throttled()) {
                again.run();
            } else if (!(e instanceof DpshException expected)) {
                throw e;
            } else if (e instanceof DpshException.NotAllowed
                    || e instanceof DpshException.LedgerUnavailable
                    || e instanceof DpshException.Interrupted) {
                stopped = expected;
            } else if (tries++ < TRIES) {
                dispatcher.later(PAUSE, again);
            } else {
                end(told(verdicts[place], "the service could not be asked: " + e.getMessage()));
            }
        }

        private void end(PlanItem verdict) {
            verdicts[place] = verdict;
            open--;
        }
    }

    private PlanItem judged(PlanItem item, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            boolean expected =
                    PermissionErrors.includes(failed.error()) && !item.missing().isEmpty();
            return expected ? item : refused(item, failed.error());
        }
        if (outcome instanceof Outcome.Succeeded || outcome instanceof Outcome.NotSent) {
            return item;
        }
        return told(
                item,
                outcome instanceof Outcome.Unknown unknown
                        ? "the validation's end is not known: " + unknown.why()
                        : "the validation was canceled at the service");
    }

    private PlanItem refused(PlanItem item, ErrorBody error) {
        ErrorEntry entry = catalog.find(error.code());
        String actions = String.join("; ", error.recommendedActions());
        String fix = entry != null ? entry.advice() : actions.isEmpty() ? null : actions;
        String why = error.cause() != null ? error.cause() : error.message();
        List<Finding> findings = new ArrayList<>(item.findings());
        findings.add(0, Finding.error(error.code(), why, fix));
        return new PlanItem(
                item.number(), item.draft(), item.vault(), PlanItem.Verdict.BLOCKED, findings, List.of(), null);
    }

    private static PlanItem told(PlanItem item, String warning) {
        List<Finding> findings = new ArrayList<>(item.findings());
        findings.add(Finding.warning(warning, null));
        return new PlanItem(
                item.number(), item.draft(), item.vault(), item.verdict(), findings, item.missing(), item.standing());
    }
}
