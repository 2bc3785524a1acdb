package dpsh.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Faults on demand. Each request takes the first ordered fault whose method and path match. Thread-safe.
 *
 * <p>{@link Reset} and {@link Garbage} need a sandbox with {@link SandboxOptions#transportFaults}; the other broken connections
 * are closed in order (FIN, not RST).
 */
public final class SandboxFaults {
    /** What goes wrong. */
    public sealed interface Fault {}

    /** The request does not reach the service; this is answered instead, exactly. */
    public record Respond(int status, Map<String, String> headers, String body) implements Fault {
        public Respond {
            headers = Map.copyOf(headers);
        }
    }

    /** The service handles the request after this service time. */
    public record Delay(Duration serviceTime) implements Fault {}

    /** The connection closes before the request reaches the service. */
    public record DropRequest() implements Fault {}

    /** The service handles the request, and the connection closes without an answer. */
    public record LoseAnswer() implements Fault {}

    /** The service handles the request, the headers arrive, and the connection closes after this many bytes of the body. */
    public record Truncate(int bytes) implements Fault {}

    /** The request does not reach the service and nothing is ever answered, until the sandbox closes. */
    public record Silence() implements Fault {}

    /** The service handles the request; these headers of its answer are added or replaced. */
    public record Rewrite(Map<String, String> headers) implements Fault {
        public Rewrite {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * The connection is reset (RST).
     *
     * @param handled whether the service handles the request before
     */
    public record Reset(boolean handled) implements Fault {}

    /** The request does not reach the service; this text, which need not be HTTP, is all that comes back. */
    public record Garbage(String text) implements Fault {}

    private record Order(int left, String method, Pattern path, Fault fault) {
        boolean matches(RequestLine line) {
            return (method.equals("*") || method.equalsIgnoreCase(line.method()))
                    && path.matcher(line.rawPath()).find();
        }
    }

    private final List<Order> orders = new ArrayList<>();

    private final boolean relayed;

    /** @param relayed whether a relay stands before the server, for the faults that need one */
    SandboxFaults(boolean relayed) {
        this.relayed = relayed;
    }

    /**
     * Orders a fault for the next requests that match.
     *
     * @param times how many requests, at least 1
     * @param method GET and so on, or {@code *} for all
     * @param pathRegex found anywhere in the raw path, without case
     * @throws IllegalStateException if the fault needs a sandbox with transport faults and this is none
     */
    public synchronized void next(int times, String method, String pathRegex, Fault fault) {
        if (times < 1) {
            throw new IllegalArgumentException("A fault happens at least once");
        }
        if (isRaw(fault) && !relayed) {
            throw new IllegalStateException("This fault needs a sandbox with transport faults");
        }
        orders.add(new Order(times, method, Pattern.compile(pathRegex, Pattern.CASE_INSENSITIVE), fault));
    }

    /** Orders a fault for all matching requests until {@link #clear}. */
    public void always(String method, String pathRegex, Fault fault) {
        next(Integer.MAX_VALUE, method, pathRegex, fault);
    }

    /** Forgets all faults that have not happened. */
    public synchronized void clear() {
        orders.clear();
    }

    private static boolean isRaw(Fault fault) {
        return fault instanceof Reset || fault instanceof Garbage;
    }

    /** Takes the fault for this request, or null; those of the relay are not taken here. */
    @Nullable
    Fault take(RequestLine line) {
        return take(line, false);
    }

    /** Takes the relay's fault for this request, or null. */
    @Nullable
    Fault takeRaw(RequestLine line) {
        return take(line, true);
    }

    private synchronized @Nullable Fault take(RequestLine line, boolean raw) {
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            if (isRaw(order.fault()) == raw && order.matches(line)) {
                if (order.left() == 1) {
                    orders.remove(i);
                } else if (order.left() < Integer.MAX_VALUE) {
                    orders.set(i, new Order(order.left() - 1, order.method(), order.path(), order.fault()));
                }
                return order.fault();
            }
        }
        return null;
    }
}
