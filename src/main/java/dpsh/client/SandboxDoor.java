package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.backup.SandboxClock;
import dpsh.backup.SandboxFault;
import dpsh.rest.ArmExchange;
import dpsh.rest.ArmRequest;
import dpsh.rest.Effect;
import dpsh.rest.Origin;
import dpsh.rest.Verb;
import dpsh.wire.SandboxJson;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The control door of the sandbox that the session talks to. Nothing of it is the service's: it is not written down in the
 * ledger, and nothing is sent unless the endpoint is on this machine.
 */
public final class SandboxDoor {
    private static final String DOOR = "/_sandbox";

    /**
     * What would be asked of the sandbox.
     *
     * @param body JSON, or null
     */
    public record Asked(
            String method, String path, @Nullable String body) {}

    private final ArmExchange exchange;

    public SandboxDoor(ArmExchange exchange) {
        this.exchange = exchange;
    }

    /** Jumps ahead by this service time. */
    public static Asked advancing(Duration serviceTime) {
        return new Asked("POST", DOOR + "/clock/advance", SandboxJson.advance(serviceTime));
    }

    /** Orders a fault. */
    public static Asked ordering(String line) {
        return new Asked("POST", DOOR + "/faults", SandboxJson.order(line));
    }

    /** Forgets the fault of this ID, or all of them. */
    public static Asked clearing(@Nullable String id) {
        return new Asked("DELETE", DOOR + "/faults" + (id == null ? "" : "/" + id), null);
    }

    /** The sandbox's clock. */
    public SandboxClock clock() {
        return SandboxJson.clock(send(new Asked("GET", DOOR + "/clock", null)));
    }

    /** The clock after {@link #advancing}. */
    public SandboxClock advance(Asked advancing) {
        return SandboxJson.clock(send(advancing));
    }

    /** The faults in force. */
    public List<SandboxFault> faults() {
        return SandboxJson.faults(send(new Asked("GET", DOOR + "/faults", null)));
    }

    /** The fault after {@link #ordering}. */
    public SandboxFault order(Asked ordering) {
        return SandboxJson.fault(send(ordering));
    }

    /** How many faults {@link #clearing} forgot. */
    public int clear(Asked clearing) {
        return SandboxJson.cleared(send(clearing));
    }

    /** The whole world of the sandbox, as a file that one can be started with. */
    public String state() {
        return send(new Asked("GET", DOOR + "/state", null));
    }

    /**
     * @throws DpshException.Usage when the service is no sandbox, or the sandbox does not understand
     * @throws DpshException.Transport when it does not answer
     */
    private String send(Asked asked) {
        Origin origin = exchange.guard().origin();
        if (!origin.loopback()) {
            throw noSandbox(origin, "it is not on this machine");
        }
        try {
            return exchange.send(new ArmRequest(
                            "Sandbox_Control",
                            Effect.READS,
                            Verb.valueOf(asked.method()),
                            asked.path(),
                            asked.body(),
                            null))
                    .body();
        } catch (DpshException.Service e) {
            boolean ours = e.error().is("BadRequest")
                    || e.error().is("NotFound") && asked.method().equals("DELETE");
            if (ours) {
                throw new DpshException.Usage(
                        "the sandbox does not take this", e.error().message(), null);
            }
            throw noSandbox(origin, "it answers " + e.status() + " there");
        }
    }

    private static DpshException.Usage noSandbox(Origin origin, String why) {
        return new DpshException.Usage(
                "the service at " + origin + " is no sandbox",
                why,
                "use --sandbox, or --endpoint of a `sandbox serve`");
    }
}
