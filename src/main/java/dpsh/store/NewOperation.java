package dpsh.store;

import dpsh.arm.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * A request that is about to be sent.
 *
 * @param world the service that it goes to: an endpoint ({@code https://management.azure.com}) or
 *     {@code sandbox:<uuid>}, whose rows are removed after seven days
 * @param operation the contract's name, such as {@code BackupInstances_CreateOrUpdate}
 * @param verb the HTTP method
 * @param url the request's URL
 * @param target the resource that it is about, or null
 * @param clientRequestId the {@code x-ms-client-request-id} it is sent with
 * @param aim what the resource shows when it is done, such as the new policy of an instance; null when its state tells
 */
public record NewOperation(
        String world,
        String operation,
        String verb,
        String url,
        @Nullable ResourceId target,
        String clientRequestId,
        @Nullable ResourceId aim) {
    /** A request whose resource tells by its state alone when it is done. */
    public NewOperation(
            String world,
            String operation,
            String verb,
            String url,
            @Nullable ResourceId target,
            String clientRequestId) {
        this(world, operation, verb, url, target, clientRequestId, null);
    }

    /** Without the URL's query, which may be signed. */
    @Override
    public String toString() {
        return "NewOperation[" + world + " " + operation + " " + verb + " " + SignedUrl.withoutQuery(url) + "]";
    }
}
