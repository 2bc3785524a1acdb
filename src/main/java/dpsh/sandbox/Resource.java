package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The outer shape of a Data Protection resource: id, name and type stand first in 2021 and last since. */
final class Resource {
    private Resource() {}

    static ObjectNode body(ApiVersion version, Stored resource, String type, ObjectNode own) {
        return body(version, resource.id().text(), resource.id().name(), type, own);
    }

    static ObjectNode body(ApiVersion version, String id, String name, String type, ObjectNode own) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        named.put("id", id);
        named.put("name", name);
        named.put("type", type);
        ObjectNode first = version.isSigned() ? own : named;
        first.setAll(version.isSigned() ? named : own);
        return first;
    }
}
