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
 * @param behalf the vault that a request outside of it is made for, such as a role for its identity; else null
 */
public record ArmRequest(
        String operation,
        Effect effect,
        Verb verb,
        String url,
        @Nullable String body,
        @Nullable ResourceId target,
        @Nullable ResourceId behalf) {
    /** One that is made for nobody but its target. */
    public ArmRequest(
            String operation,
            Effect effect,
            Verb verb,
            String url,
            @Nullable String body,
            @Nullable ResourceId target) {
        this(operation, effect, verb, url, body, target, null);
    }

    /** The same, made on behalf of a vault. */
    public ArmRequest onBehalfOf(ResourceId vault) {
        return new ArmRequest(operation, effect, verb, url, body, target, vault);
    }

    /** A GET. */
    public static ArmRequest get(String operation, String url, @Nullable ResourceId target) {
        return new ArmRequest(operation, Effect.READS, Verb.GET, url, null, target);
    }

    /** The same operation at another URL: the next page, or a status URL. */
    public ArmRequest at(String otherUrl) {
        return new ArmRequest(operation, effect, verb, otherUrl, body, target, behalf);
    }
}
