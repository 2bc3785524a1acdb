package dpsh.sandbox;

import dpsh.sandbox.fault.ErrorTable;
import dpsh.sandbox.fault.FaultSyntaxException;
import dpsh.sandbox.fault.Selector;
import dpsh.sandbox.fault.Target;
import dpsh.sandbox.fault.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Faults on demand, as records or as lines of the fault language ({@link #add}). Each request suffers the first ordered fault
 * that selects it; what a request's own header orders comes before. Thread-safe.
 *
 * <p>{@link Reset}, {@link ResetInBody}, {@link Garbage} and {@link WrongLength} need a sandbox with
 * a relay ({@link SandboxOptions#withoutTransportFaults} has none); the other broken connections are closed in order (FIN, not RST).
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

    /** The service handles the request; the connection is reset (RST) after the headers and this many bytes of the body. */
    public record ResetInBody(int bytes) implements Fault {}

    /** The service handles the request; the Content-Length of its answer is wrong by so many bytes. */
    public record WrongLength(int difference) implements Fault {}

    /** The request does not reach the provider: ARM answers this status in its own envelope. */
    public record Refuse(
            int status,
            String code,
            String message,
            @Nullable Integer retryAfter) implements Fault {}

    /** The service refuses with this error, or accepts and fails with it, as the error table says. */
    public record Fail(ErrorTable.Entry error, @Nullable Integer retryAfter) implements Fault {}

    /**
     * The request reaches the service twice.
     *
     * @param first whether the caller sees the answer to the first delivery; else to the second
     */
    public record Duplicate(boolean first) implements Fault {}

    /** Where the service sends its caller next. */
    public enum Pointer {
        NEXT_LINK,
        LOCATION,
        ASYNC_OPERATION,
        REDIRECT
    }

    /** The service handles the request, and where its answer sends the caller next is on this host; a redirect is not handled. */
    public record Foreign(Pointer pointer, String host) implements Fault {}

    /** A state of the service that lasts while it is ordered. */
    public enum Condition {
        /** Lists do not show what was made, and still show what was deleted, for so long. */
        LIST_LAG,
        /** New role assignments begin to act so late. */
        ROLE_LAG,
        /** Tokens expire so soon after they were issued. */
        TOKEN_LIFE
    }

    /** A condition is in force for everybody. */
    public record Standing(Condition condition, Duration length) implements Fault {}

    /**
     * A fault in force.
     *
     * @param line its stable text
     * @param fired how many requests suffered it
     */
    public record Ordered(String id, String line, int fired) {}

    private record Order(int id, String words, Selector selector, Trigger trigger, Fault fault) {
        String line() {
            String where = selector.text();
            return where.isEmpty() ? words : words + " " + where;
        }
    }

    private final List<Order> orders = new ArrayList<>();
    private final FaultGrammar grammar = new FaultGrammar(ErrorTable.load());
    private final SandboxClock clock;
    private final boolean relayed;
    private final Ids dice;
    private int numbered;

    /**
     * @param relayed whether a relay stands before the server, for the faults that need one
     * @param dice gives seeds to the probabilities that have none of their own
     */
    SandboxFaults(SandboxClock clock, boolean relayed, Ids dice) {
        this.clock = clock;
        this.relayed = relayed;
        this.dice = dice;
    }

    /**
     * Orders a fault for the next requests that match.
     *
     * @param times how many requests, at least 1
     * @param method GET and so on, or {@code *} for all
     * @param pathRegex found anywhere in the raw path, without case
     * @throws IllegalStateException if the fault needs a sandbox with transport faults and this is none
     */
    public void next(int times, String method, String pathRegex, Fault fault) {
        if (times < 1) {
            throw new IllegalArgumentException("A fault happens at least once");
        }
        Pattern path = Pattern.compile(pathRegex, Pattern.CASE_INSENSITIVE);
        order(new FaultGrammar.Line(fault, fault.toString(), Selector.of(method, path, times)));
    }

    /** Orders a fault for all matching requests until {@link #clear}. */
    public void always(String method, String pathRegex, Fault fault) {
        next(Integer.MAX_VALUE, method, pathRegex, fault);
    }

    /**
     * Orders what a line of the fault language says, such as {@code status 503 method=GET every=5}; docs/faults.md tells the
     * language.
     *
     * @throws FaultSyntaxException with what is wrong and what is allowed
     * @throws IllegalStateException if the fault needs a sandbox with transport faults and this is none
     */
    public synchronized Ordered add(String line) {
        return order(grammar.read(line, dice.number()));
    }

    private synchronized Ordered order(FaultGrammar.Line line) {
        refuseRaw(line.fault());
        Trigger trigger = new Trigger(line.selector(), clock.now());
        Order order = new Order(++numbered, line.words(), line.selector(), trigger, line.fault());
        orders.add(order);
        return told(order);
    }

    private void refuseRaw(Fault fault) {
        boolean raw = fault instanceof Reset
                || fault instanceof ResetInBody
                || fault instanceof Garbage
                || fault instanceof WrongLength;
        if (raw && !relayed) {
            throw new IllegalStateException("This fault needs a sandbox with transport faults");
        }
    }

    /** What is in force or may still happen, in the order of the orders. */
    public synchronized List<Ordered> list() {
        tidy();
        return orders.stream().map(SandboxFaults::told).toList();
    }

    private static Ordered told(Order order) {
        return new Ordered(
                Integer.toString(order.id()), order.line(), order.trigger().fired());
    }

    /** Forgets the fault of this ID; false when there is none. */
    public synchronized boolean remove(String id) {
        tidy();
        return orders.removeIf(order -> Integer.toString(order.id()).equals(id));
    }

    /** Forgets all faults that have not happened; returns how many. */
    public synchronized int clear() {
        tidy();
        int count = orders.size();
        orders.clear();
        return count;
    }

    private void tidy() {
        Instant now = clock.now();
        orders.removeIf(order -> order.trigger().isOver(now));
    }

    /** Takes the fault for this request, or null. */
    @Nullable
    synchronized Fault take(Target target) {
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            if (!(order.fault() instanceof Standing) && order.trigger().fires(target)) {
                if (order.trigger().isOver(target.at())) {
                    orders.remove(i);
                }
                return order.fault();
            }
        }
        return null;
    }

    /** The fault that a request's own header orders. */
    Fault once(String line) {
        Fault fault = grammar.read(line, 0).fault();
        if (fault instanceof Standing) {
            throw new FaultSyntaxException(
                    "a condition is not for a single request; order it with `sandbox fault add`");
        }
        refuseRaw(fault);
        return fault;
    }

    /** For how long the condition makes things wait at this service time, or null when it is not in force. */
    synchronized @Nullable Duration condition(Condition condition, Instant now) {
        Duration longest = null;
        for (Order order : orders) {
            if (order.fault() instanceof Standing standing
                    && standing.condition() == condition
                    && order.trigger().isInForce(now)
                    && (longest == null || standing.length().compareTo(longest) > 0)) {
                longest = standing.length();
            }
        }
        return longest;
    }
}
