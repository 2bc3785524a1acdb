package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A resource of a provider other than ours. It keeps the body it was given, properties that nobody here knows included, so that
 * an exported estate shows again as it was.
 */
interface Bodied extends Stored {
    /** The body itself, the same in all versions; not to be changed by those who only read. */
    ObjectNode body();

    /** The region as it is written, or empty. */
    default String location() {
        return body().path("location").asText();
    }

    @Override
    default ObjectNode json(ApiVersion version) {
        return body().deepCopy();
    }
}
