package dpsh.rest;

import dpsh.arm.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * One request to ARM.
 *
 * @param operation the contract's name of the operation, such as {@code BackupInstances_CreateOrUpdate}
 * @param url path and query below the endpoint (begins with a slash), or an absolute URL that the service handed out,
 *     which is followed byte for byte
 * @param body the JSON body, or null for none
 * @param target the resource that it is about, for the ledger and for people; null when there is none
 */
public record ArmRequest(
        String operation,
        Effect effect,
        Verb verb,
        String url,
        @Nullable String body,
        @Nullable ResourceId target) {
    /** A GET. */
    public static ArmRequest get(String operation, String url, @Nullable ResourceId target) {
        return new ArmRequest(operation, Effect.READS, Verb.GET, url, null, target);
    }

    /** The same operation at another URL: the next page, or a status URL. */
    public ArmRequest at(String otherUrl) {
        return new ArmRequest(operation, effect, verb, otherUrl, body, target);
    }
}
