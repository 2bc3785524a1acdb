package dpsh.bulk;

import dpsh.arm.ServiceClock;
import dpsh.backup.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where the items of one vault wait until the roles that were granted act. Nothing but a validation tells that they do, so one
 * item at a time tries; when its roles act, all go. A role is waited for once for the batch, and not by each item.
 */
final class Gate {
    private final Dispatcher dispatcher;
    private final ServiceClock clock;
    private final RunSettings settings;
    private final Deque<ItemCourse> waiting = new ArrayDeque<>();
    private boolean open;
    private @Nullable ItemCourse trying;
    private Instant since;
    private Instant until;

    /** @param open whether the roles act already, as far as one knows */
    Gate(Dispatcher dispatcher, ServiceClock clock, RunSettings settings, boolean open) {
        this.dispatcher = dispatcher;
        this.clock = clock;
        this.settings = settings;
        this.open = open;
        this.since = clock.now();
        this.until = since.plus(settings.grantDeadline());
    }

    /** The last role was assigned just now: from now on they may take their time. */
    void granted() {
        open = false;
        since = clock.now();
        until = since.plus(settings.grantDeadline());
    }

    /** Since when its items wait for roles, or null when they do not. */
    @Nullable
    Instant waitingSince() {
        return open || waiting.isEmpty() && trying == null ? null : since;
    }

    /** How many items wait for roles. */
    int waiting() {
        return open ? 0 : waiting.size() + (trying == null ? 0 : 1);
    }

    /** An item wants to be validated. */
    void enter(ItemCourse course) {
        if (open) {
            course.validate();
        } else {
            waiting.add(course);
            next();
        }
    }

    /** The service would take an item: the roles act. */
    void passed(ItemCourse course) {
        if (open) {
            return;
        }
        if (course == trying) {
            trying = null;
        }
        open = true;
        while (!waiting.isEmpty()) {
            waiting.remove().validate();
        }
    }

    /** An item was stopped by something else, which proves nothing about the roles: the next one tries. */
    void left(ItemCourse course) {
        if (course == trying) {
            trying = null;
            next();
        }
    }

    /** The service refused an item for want of roles. */
    void refused(ItemCourse course, Outcome.Failed refusal) {
        if (!settings.grant() || !clock.now().isBefore(until)) {
            course.lacking(refusal);
            return;
        }
        Duration pause = course.pauseAfterRefusal();
        if (open) {
            dispatcher.later(pause, course::validate);
            return;
        }
        waiting.addLast(course);
        if (course == trying) {
            dispatcher.later(pause, () -> {
                trying = null;
                next();
            });
        }
    }

    private void next() {
        if (trying == null && !waiting.isEmpty()) {
            ItemCourse course = waiting.remove();
            trying = course;
            course.validate();
        }
    }
}
