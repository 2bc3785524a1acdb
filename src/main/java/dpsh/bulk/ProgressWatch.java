package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.client.BulkService;
import dpsh.client.Pacing;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Watches the backup instances of one vault that are being configured. Very many are read by listing the vault, a page for one
 * request; a few are asked about one by one, when that is cheaper.
 */
final class ProgressWatch {
    /** What the service named as Retry-After of a created instance (wire-notes 6), and no list is read more often. */
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    /** Asking about one operation reads its status, and at the end the instance. */
    private static final int REQUESTS_EACH = 2;

    private final ResourceId vault;
    private final BulkService service;
    private final Dispatcher dispatcher;
    private final Consumer<DpshException> stopped;
    private final Map<ResourceId, ItemCourse> watched = new HashMap<>();
    private int pages = 1;
    private boolean looking;

    ProgressWatch(ResourceId vault, BulkService service, Dispatcher dispatcher, Consumer<DpshException> stopped) {
        this.vault = vault;
        this.service = service;
        this.dispatcher = dispatcher;
        this.stopped = stopped;
    }

    /** How many it watches. */
    int size() {
        return watched.size();
    }

    /** Watches an item until it is handed on. */
    void add(ItemCourse course) {
        watched.put(course.item().instanceId(), course);
        if (!looking) {
            looking = true;
            dispatcher.later(INTERVAL, this::look);
        }
    }

    private void look() {
        if (watched.isEmpty()) {
            looking = false;
        } else if (watched.size() * REQUESTS_EACH <= pages) {
            List<ItemCourse> few = List.copyOf(watched.values());
            watched.clear();
            looking = false;
            few.forEach(ItemCourse::ask);
        } else {
            read(service.backup().instances(vault).iterator(), 1);
        }
    }

    private record Read(List<BackupInstance> page, boolean more) {}

    private void read(Iterator<List<BackupInstance>> list, int page) {
        dispatcher.send(
                Floor.subscription(vault),
                Pacing.Call.READ,
                Dispatcher.Rank.FIRST,
                () -> new Read(list.next(), list.hasNext()),
                read -> {
                    read.page().forEach(this::shown);
                    if (read.more()) {
                        read(list, page + 1);
                    } else {
                        pages = page;
                        again();
                    }
                },
                this::broke);
    }

    /** A list that breaks off is read anew: what it showed counts. */
    private void broke(RuntimeException e) {
        if (e instanceof DpshException.NotAllowed || e instanceof DpshException.Interrupted) {
            stopped.accept((DpshException) e);
        } else {
            again();
        }
    }

    private void again() {
        watched.values().stream().filter(ItemCourse::tooLate).toList().forEach(course -> {
            watched.remove(course.item().instanceId());
            course.ask();
        });
        dispatcher.later(INTERVAL, this::look);
    }

    private void shown(BackupInstance instance) {
        ItemCourse course = watched.get(instance.id());
        if (course == null) {
            return;
        }
        boolean failed = instance.provisioningState().equalsIgnoreCase("Failed");
        if (!failed && instance.state().isPending()) {
            course.stands(instance.state().word());
        } else {
            watched.remove(instance.id());
            course.seen(instance);
        }
    }
}
