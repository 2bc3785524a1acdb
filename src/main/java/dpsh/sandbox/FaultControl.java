package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code /_sandbox/faults}: GET lists, POST {@code {"line":"..."}} orders, DELETE forgets all or the one of an ID. */
record FaultControl(SandboxFaults faults) implements ControlRoutes {
    @Override
    public void addTo(ControlDoor door) {
        door.on("GET", "/faults", call -> Answer.json(200, body(faults)));
        door.on("POST", "/faults", call -> Answer.json(201, fault(faults.add(ControlDoor.text(call, "line")))));
        door.on("DELETE", "/faults", call -> cleared(faults.clear()));
        door.on("DELETE", "/faults/{id}", call -> {
            if (!faults.remove(call.var("id"))) {
                throw Refusal.arm(404, "NotFound", "No fault " + call.var("id") + " is in force.");
            }
            return cleared(1);
        });
    }

    /** {@code {"value":[...]}}. */
    static ObjectNode body(SandboxFaults faults) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode value = body.putArray("value");
        faults.list().forEach(ordered -> value.add(fault(ordered)));
        return body;
    }

    private static ObjectNode fault(SandboxFaults.Ordered ordered) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", ordered.id())
                .put("line", ordered.line())
                .put("fired", ordered.fired());
    }

    private static Answer cleared(int count) {
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("cleared", count));
    }
}
