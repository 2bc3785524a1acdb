package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.client.BulkService;
import java.util.function.Consumer;

/**
 * What the courses of one run share.
 *
 * @param stopped told of what no item can go on after: nobody is signed in, the journal cannot be written
 * @param ended told of each item that has ended
 */
record Floor(
        BulkService service,
        Dispatcher dispatcher,
        RunJournal journal,
        RunSettings settings,
        Consumer<DpshException> stopped,
        Consumer<ItemCourse> ended) {
    /** The subscription whose buckets a request about this resource is counted in. */
    static SubscriptionId subscription(ResourceId id) {
        SubscriptionId subscription = id.subscription();
        if (subscription == null) {
            throw new DpshException.Usage("'" + id + "' is in no subscription", null, "give IDs of resources");
        }
        return subscription;
    }
}
