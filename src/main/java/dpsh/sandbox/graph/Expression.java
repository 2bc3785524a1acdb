package dpsh.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A value that is worked out for each row. Never null: what is not there is JSON's null. */
@FunctionalInterface
interface Expression {
    JsonNode of(ObjectNode row);
}
