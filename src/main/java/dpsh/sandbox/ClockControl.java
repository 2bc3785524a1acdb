package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.fault.Span;

/** {@code GET /_sandbox/clock}, {@code POST /_sandbox/clock/advance {"duration":"P1D"}}. */
record ClockControl(SandboxClock clock) implements ControlRoutes {
    @Override
    public void addTo(ControlDoor door) {
        door.on("GET", "/clock", call -> Answer.json(200, time()));
        door.on("POST", "/clock/advance", this::advance);
    }

    private Answer advance(Call call) {
        clock.advance(Span.parse(ControlDoor.text(call, "duration")));
        return Answer.json(200, time());
    }

    private ObjectNode time() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("time", clock.now().toString())
                .put("speed", clock.speed());
    }
}
