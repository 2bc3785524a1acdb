package dpsh.sandbox;

import dpsh.sandbox.fault.FaultSyntaxException;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A running copy of the service on 127.0.0.1 with a world of its own, which ends with it. It takes no part in keeping the JVM
 * alive. Thread-safe.
 */
public final class Sandbox implements AutoCloseable {
    private final SandboxClock clock;
    private final SandboxFaults faults;
    private final HttpFront front;
    private final @Nullable FaultRelay relay;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Sandbox(SandboxOptions options) {
        clock = new SandboxClock(Instant.now(), options.speed());
        World world = options.estate().build();
        Service service = new Service(world, clock, options);
        boolean relayed = options.transportFaults();
        Ids ids = new Ids(options.seed(), "requests");
        faults = new SandboxFaults(clock, relayed, new Ids(options.seed(), "dice"));
        world.conditions.follow(faults);
        options.faults().forEach(this::order);
        ControlDoor door = new ControlDoor();
        new StatusControl(this, world).addTo(door);
        new ClockControl(clock).addTo(door);
        new FaultControl(faults).addTo(door);
        front = new HttpFront(
                relayed ? 0 : options.port(), new Delivery(service, faults, clock, ids), door, clock, ids);
        relay = relayed ? new FaultRelay(options.port(), front.endpoint().getPort()) : null;
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
        } catch (InterruptedException interrupted) {
            sandbox.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the sandbox was starting", interrupted);
        }
        return sandbox;
    }

    /** {@code http://127.0.0.1:PORT}. */
    public URI endpoint() {
        return relay == null ? front.endpoint() : URI.create("http://127.0.0.1:" + relay.port());
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
            if (relay != null) {
                relay.close();
            }
            front.close();
        }
    }
}
