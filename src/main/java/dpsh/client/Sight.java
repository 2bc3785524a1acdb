package dpsh.client;

import dpsh.arm.ErrorBody;

/** What a resource tells of a request that was about it. */
sealed interface Sight {
    /** The resource is as the request wanted it. */
    record Done(String word) implements Sight {}

    /** The service is working on it. */
    record Pending(String word) implements Sight {}

    /** It went wrong, and the resource says so. @param raw the resource's own JSON */
    record Broken(ErrorBody error, String raw) implements Sight {}

    /** Somebody canceled it. */
    record Canceled(String word) implements Sight {}

    /**
     * The resource is as if the request had never been.
     *
     * @param seen what is there, as a clause
     * @param word the resource's state, or a few words for one that is not there
     */
    record Untouched(String seen, String word) implements Sight {}
}
