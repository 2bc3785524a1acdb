package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.estate.EstateDocument;
import dpsh.sandbox.fault.FaultSyntaxException;
import dpsh.sandbox.identity.Principal;
import dpsh.sandbox.tls.LoopbackAuthority;
import dpsh.sandbox.tls.TlsFront;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A running copy of the service on 127.0.0.1 with a world of its own, which ends with it. It takes no part in keeping the JVM
 * alive. Thread-safe.
 */
public final class Sandbox implements AutoCloseable {
    private final SandboxClock clock;
    private final World world;
    private final SandboxFaults faults;
    private final HttpFront front;
    private final @Nullable FaultRelay relay;
    private final @Nullable TlsFront tls;
    private final @Nullable Path certificate;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Sandbox(SandboxOptions options) {
        clock = new SandboxClock(options.begins(), options.speed());
        world = options.estate().build();
        Service service = new Service(world, clock, options);
        boolean relayed = options.transportFaults();
        Ids ids = new Ids(options.seed(), "requests");
        faults = new SandboxFaults(clock, relayed, new Ids(options.seed(), "dice"));
        world.conditions.follow(faults);
        options.faults().forEach(this::order);
        ControlDoor door = new ControlDoor();
        new StatusControl(this, world, service.traffic()).addTo(door);
        new ClockControl(clock).addTo(door);
        new FaultControl(faults).addTo(door);
        door.on("GET", "/state", call -> StateControl.answer(this));
        LoopbackAuthority authority = options.access().authority();
        int plainPort = authority == null ? options.port() : 0;
        front = new HttpFront(relayed ? 0 : plainPort, new Delivery(service, faults, clock, ids), door, clock, ids);
        relay = relayed ? new FaultRelay(plainPort, front.endpoint().getPort()) : null;
        certificate = authority == null ? null : authority.certificate();
        tls = authority == null
                ? null
                : new TlsFront(options.port(), plainEndpoint().getPort(), authority.context());
        if (tls != null) {
            front.securePort(tls.port());
        }
    }

    private void order(String line) {
        try {
            faults.add(line);
        } catch (FaultSyntaxException wrong) {
            throw new FaultSyntaxException("'" + line + "': " + wrong.getMessage());
        }
    }

    /**
     * Starts a sandbox; it answers when this returns. Throws {@link java.io.UncheckedIOException} when the port is taken and
     * IllegalArgumentException when the estate contradicts itself or a line of the faults cannot be understood.
     */
    public static Sandbox start(SandboxOptions options) {
        Sandbox sandbox = new Sandbox(options);
        try {
            sandbox.front.start();
            if (sandbox.relay != null) {
                sandbox.relay.start();
            }
            if (sandbox.tls != null) {
                sandbox.tls.start();
            }
        } catch (InterruptedException interrupted) {
            sandbox.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the sandbox was starting", interrupted);
        }
        return sandbox;
    }

    /** {@code http://127.0.0.1:PORT}, or {@code https} with an authority. */
    public URI endpoint() {
        return tls == null ? plainEndpoint() : URI.create("https://127.0.0.1:" + tls.port());
    }

    /** Where plain http is answered, also next to https: managed identities ask for their tokens so. */
    public URI plainEndpoint() {
        return relay == null ? front.endpoint() : URI.create("http://127.0.0.1:" + relay.port());
    }

    /**
     * One JSON line for whoever started it: {@code endpoint}, {@code speed}, {@code pid}, {@code tenant}, {@code subscriptions}.
     *
     * @param pid of the process that it runs in
     */
    public String ready(long pid) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("endpoint", endpoint().toString());
        line.put("speed", clock.speed());
        line.put("identityEndpoint", plainEndpoint() + "/msi/token");
        line.put("authorityHost", endpoint().toString());
        line.put("clientId", Principal.OPERATOR_APPLICATION);
        line.put("pid", pid);
        if (certificate != null) {
            line.put("certificateAuthority", certificate.toString());
        }
        synchronized (world) {
            line.put("tenant", world.directory.tenant());
            ArrayNode subscriptions = line.putArray("subscriptions");
            world.subscriptions.keySet().forEach(id -> subscriptions.add(id.subscription()));
        }
        return line.toString();
    }

    /** Everything that is in its world now: an estate, and what it takes to go on from here. */
    public EstateDocument save() {
        synchronized (world) {
            Instant now = clock.now();
            world.timeline.settle(now);
            return new EstateSaver(world).save(new WorldState(world).save(now));
        }
    }

    /** Its time; share it with a client in this process. */
    public SandboxClock clock() {
        return clock;
    }

    /** Its faults on demand. */
    public SandboxFaults faults() {
        return faults;
    }

    /** Stops at once and leaves no thread. Requests under way lose their connection. Idempotent. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            if (tls != null) {
                tls.close();
            }
            if (relay != null) {
                relay.close();
            }
            front.close();
        }
    }
}
