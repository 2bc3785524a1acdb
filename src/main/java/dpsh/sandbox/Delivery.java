package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.SandboxFaults.Fault;
import dpsh.sandbox.fault.ErrorTable;
import dpsh.sandbox.fault.FaultSyntaxException;
import dpsh.sandbox.fault.OperationNames;
import dpsh.sandbox.fault.Target;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Brings a request to the service and its answer back, with whatever is ordered to go wrong on the way. Thread-safe. */
final class Delivery {
    /** On a request: a line of the fault language for this request alone. */
    static final String HEADER = "x-dpsh-sandbox-fault";

    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * What goes back over the wire.
     *
     * @param answer null to close the connection without one
     * @param bodyBytes of the body, before the connection closes
     */
    record Sent(@Nullable Answer answer, int bodyBytes) {
        static Sent whole(Answer answer) {
            return new Sent(answer, Integer.MAX_VALUE);
        }

        static Sent nothing() {
            return new Sent(null, 0);
        }
    }

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Service service;
    private final SandboxFaults faults;
    private final SandboxClock clock;
    private final Ids ids;

    Delivery(Service service, SandboxFaults faults, SandboxClock clock, Ids ids) {
        this.service = service;
        this.faults = faults;
        this.clock = clock;
        this.ids = ids;
    }

    /** Those who wait for an answer that never comes get none now. */
    void close() {
        closing.countDown();
    }

    Sent deliver(Call call) throws InterruptedException {
        Fault fault;
        try {
            fault = fault(call);
        } catch (FaultSyntaxException | IllegalStateException wrong) {
            return Sent.whole(service.refuse(
                    call,
                    Refusal.arm(
                            400, "InvalidSandboxFault", "The header " + HEADER + " is wrong: " + wrong.getMessage())));
        }
        return fault == null ? Sent.whole(service.answer(call)) : suffer(call, fault);
    }

    private @Nullable Fault fault(Call call) {
        String ordered = call.header(HEADER);
        if (!ordered.isBlank()) {
            return faults.once(ordered);
        }
        RequestLine line = call.line();
        String operation = OperationNames.of(line.method(), line.segments());
        return faults.take(new Target(line.method(), line.rawPath(), operation, call.at()));
    }

    private Sent suffer(Call call, Fault fault) throws InterruptedException {
        if (fault instanceof SandboxFaults.Respond respond) {
            Answer answer = Answer.text(respond.status(), respond.body());
            respond.headers().forEach(answer::with);
            return Sent.whole(answer);
        }
        if (fault instanceof SandboxFaults.Refuse refuse) {
            Refusal refusal = Refusal.arm(refuse.status(), refuse.code(), refuse.message());
            return Sent.whole(service.refuse(call, retrying(refusal, refuse.retryAfter())));
        }
        if (fault instanceof SandboxFaults.Fail fail) {
            return Sent.whole(fail(call, fail));
        }
        if (fault instanceof SandboxFaults.Delay delay) {
            clock.sleep(delay.serviceTime());
            return Sent.whole(service.answer(call));
        }
        if (fault instanceof SandboxFaults.Silence) {
            closing.await();
            return Sent.nothing();
        }
        if (fault instanceof SandboxFaults.LoseAnswer) {
            service.answer(call);
            return Sent.nothing();
        }
        if (fault instanceof SandboxFaults.Truncate truncate) {
            return new Sent(service.answer(call), truncate.bytes());
        }
        if (fault instanceof SandboxFaults.Duplicate duplicate) {
            Answer first = service.answer(call);
            Answer second = service.answer(call.again(ids.guid()));
            return Sent.whole(duplicate.first() ? first : second);
        }
        if (fault instanceof SandboxFaults.Rewrite rewrite) {
            Answer answer = service.answer(call);
            rewrite.headers().forEach(answer::with);
            return Sent.whole(answer);
        }
        if (fault instanceof SandboxFaults.Foreign foreign) {
            return Sent.whole(foreign(call, foreign));
        }
        return raw(call, fault);
    }

    /** What only the relay can do; a request that is dropped gets no answer at all. */
    private Sent raw(Call call, Fault fault) {
        if (fault instanceof SandboxFaults.Reset reset) {
            Answer answer = reset.handled() ? service.answer(call) : Answer.empty(204);
            return Sent.whole(new RelayOrder(RelayOrder.Kind.RESET, 0).on(answer));
        }
        if (fault instanceof SandboxFaults.ResetInBody reset) {
            RelayOrder order = new RelayOrder(RelayOrder.Kind.RESET_IN_BODY, reset.bytes());
            return Sent.whole(order.on(service.answer(call)));
        }
        if (fault instanceof SandboxFaults.WrongLength wrong) {
            RelayOrder order = new RelayOrder(RelayOrder.Kind.LENGTH, wrong.difference());
            return Sent.whole(order.on(service.answer(call)));
        }
        if (fault instanceof SandboxFaults.Garbage garbage) {
            return Sent.whole(new RelayOrder(RelayOrder.Kind.GARBAGE, 0, garbage.text()).on(Answer.empty(204)));
        }
        return Sent.nothing();
    }

    private Answer fail(Call call, SandboxFaults.Fail fail) {
        ErrorTable.Entry entry = fail.error();
        DppError error = new DppError(
                entry.code(), entry.message(), entry.action().isEmpty() ? List.of() : List.of(entry.action()), null);
        String operation = OperationNames.of(call.line().method(), call.line().segments());
        if (entry.later() && OperationNames.isAsynchronous(operation)) {
            return service.answer(call.doomed(error));
        }
        Refusal refusal = entry.provider()
                ? Refusal.dpp(entry.status(), error)
                : Refusal.arm(entry.status(), entry.code(), entry.message());
        if (entry.status() == 401) {
            refusal.with("WWW-Authenticate", TokenGate.challenge(service.tenant(), entry.message()));
        }
        return service.refuse(call, retrying(refusal, retryAfter(entry, fail.retryAfter())));
    }

    /** Throttling tells when to come back, also when the order does not say. */
    private static @Nullable Integer retryAfter(ErrorTable.Entry entry, @Nullable Integer ordered) {
        boolean told = ordered != null || (entry.status() != 429 && entry.status() != 503);
        return told ? ordered : Integer.valueOf(10);
    }

    private static Refusal retrying(Refusal refusal, @Nullable Integer seconds) {
        return seconds == null ? refusal : refusal.with("Retry-After", seconds.toString());
    }

    private Answer foreign(Call call, SandboxFaults.Foreign foreign) {
        String here = call.line().rawPath()
                + (call.line().rawQuery().isEmpty() ? "" : "?" + call.line().rawQuery());
        return switch (foreign.pointer()) {
            case REDIRECT ->
                service.refuse(call, Refusal.arm(307, "TemporaryRedirect", "The resource is served elsewhere."))
                        .with("Location", "https://" + foreign.host() + here);
            case LOCATION -> elsewhere(service.answer(call), "Location", foreign.host());
            case ASYNC_OPERATION -> elsewhere(service.answer(call), "Azure-AsyncOperation", foreign.host());
            case NEXT_LINK -> nextElsewhere(service.answer(call), "https://" + foreign.host() + here);
        };
    }

    private static Answer elsewhere(Answer answer, String header, String host) {
        String url = answer.headers().get(header);
        return url == null ? answer : answer.with(header, url.replaceFirst("^https?://[^/]+", "https://" + host));
    }

    /** A list that goes on elsewhere, whether or not it goes on at all. */
    private static Answer nextElsewhere(Answer answer, String here) {
        byte[] body = answer.body();
        try {
            JsonNode tree = body == null ? MAPPER.missingNode() : MAPPER.readTree(body);
            if (!(tree instanceof ObjectNode page) || !page.has("value")) {
                return answer;
            }
            page.put("nextLink", here + "&$skipToken=elsewhere");
            Answer changed = Answer.json(answer.status(), page);
            answer.headers().forEach(changed::with);
            return changed;
        } catch (IOException notJson) {
            return answer;
        }
    }
}
