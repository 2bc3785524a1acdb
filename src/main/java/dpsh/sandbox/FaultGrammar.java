package dpsh.sandbox;

import dpsh.sandbox.SandboxFaults.Condition;
import dpsh.sandbox.SandboxFaults.Fault;
import dpsh.sandbox.SandboxFaults.Pointer;
import dpsh.sandbox.fault.ErrorTable;
import dpsh.sandbox.fault.FaultLine;
import dpsh.sandbox.fault.FaultSyntaxException;
import dpsh.sandbox.fault.OperationNames;
import dpsh.sandbox.fault.Selector;
import dpsh.sandbox.fault.Span;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the fault language: what each kind is, which words and keys it has, and how it is written back. */
final class FaultGrammar {
    private static final String GARBAGE = "\u0016\u0003\u0001 this is not HTTP\r\n\r\n";
    private static final String KINDS =
            "code, status, storm, reset, close, truncate, silence, garbage, html, length, slow, "
                    + "duplicate, list-lag, role-lag, token-life and foreign";
    private static final int THROTTLED = 429;
    private static final int STORM_RETRY = 10;

    /** ARM's usual code of a status. */
    private static final Map<Integer, String> USUAL = Map.ofEntries(
            Map.entry(400, "BadRequest"),
            Map.entry(401, "InvalidAuthenticationToken"),
            Map.entry(403, "AuthorizationFailed"),
            Map.entry(404, "ResourceNotFound"),
            Map.entry(408, "RequestTimeout"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "PreconditionFailed"),
            Map.entry(THROTTLED, "TooManyRequests"),
            Map.entry(500, "InternalServerError"),
            Map.entry(502, "BadGateway"),
            Map.entry(503, "ServiceUnavailable"),
            Map.entry(504, "GatewayTimeout"));

    /** What a pointer is called in a line. */
    private static final Map<String, Pointer> POINTERS = Map.of(
            "nextlink", Pointer.NEXT_LINK,
            "location", Pointer.LOCATION,
            "azure-asyncoperation", Pointer.ASYNC_OPERATION,
            "redirect", Pointer.REDIRECT);

    /** @param words the kind and its own words in their stable form */
    record Line(Fault fault, String words, Selector selector) {}

    private record Read(Fault fault, String words, Set<String> on) {
        Read(Fault fault, String words) {
            this(fault, words, Set.of());
        }
    }

    private final ErrorTable errors;

    FaultGrammar(ErrorTable errors) {
        this.errors = errors;
    }

    /**
     * @param seed for a probability that has none of its own
     * @throws FaultSyntaxException with what is wrong and what is allowed
     */
    Line read(String text, long seed) {
        FaultLine line = FaultLine.parse(text);
        Read read = kind(line);
        Selector selector = read.fault() instanceof SandboxFaults.Standing
                ? Selector.readTimes(line)
                : Selector.read(line, seed).unlessNamed(read.on());
        line.end();
        return new Line(read.fault(), read.words(), selector);
    }

    private Read kind(FaultLine line) {
        return switch (line.kind()) {
            case "code" -> code(line);
            case "status" -> status(line, line.word("a status, as in: status 503"), null);
            case "storm" -> {
                String word = line.word();
                yield status(line, word == null ? Integer.toString(THROTTLED) : word, STORM_RETRY);
            }
            case "reset" -> reset(line);
            case "close" -> close(line);
            case "truncate" -> {
                int bytes = line.number("bytes", 50, 0);
                yield new Read(new SandboxFaults.Truncate(bytes), "truncate bytes=" + bytes);
            }
            case "silence" -> new Read(new SandboxFaults.Silence(), "silence");
            case "garbage" -> garbage(line.key("text"));
            case "html" -> html(line.number("status", 502, 200));
            case "length" -> length(line.word("a difference, as in: length +10"));
            case "slow" -> {
                Duration delay = Span.parse(line.word("a duration, as in: slow 5s"));
                yield new Read(new SandboxFaults.Delay(delay), "slow " + delay);
            }
            case "duplicate" -> duplicate(line.key("answer"));
            case "list-lag" -> standing(line, Condition.LIST_LAG);
            case "role-lag" -> standing(line, Condition.ROLE_LAG);
            case "token-life" -> standing(line, Condition.TOKEN_LIFE);
            case "foreign" -> foreign(line);
            default -> throw new FaultSyntaxException("'" + line.kind() + "' is no kind of fault; " + KINDS + " are");
        };
    }

    private static @Nullable Integer retryAfter(FaultLine line, @Nullable Integer fallback) {
        String given = line.key("retry-after");
        return given == null ? fallback : Integer.valueOf(FaultLine.number("retry-after=" + given, given, 0));
    }

    private static String retryWords(@Nullable Integer seconds) {
        return seconds == null ? "" : " retry-after=" + seconds;
    }

    private Read code(FaultLine line) {
        ErrorTable.Entry entry =
                errors.get(line.word("an error code, as in: code UserErrorMissingRequiredPermissions"));
        Integer retry = retryAfter(line, null);
        return new Read(new SandboxFaults.Fail(entry, retry), "code " + entry.code() + retryWords(retry), entry.on());
    }

    private Read status(FaultLine line, String word, @Nullable Integer fallback) {
        int status = FaultLine.number(line.kind() + " " + word, word, 400);
        if (status > 599) {
            throw new FaultSyntaxException("'" + status + "' is no error status; 400 to 599 are");
        }
        String given = line.key("code");
        String message = line.key("message");
        String usual = line.kind().equals("storm") && status == THROTTLED
                ? "SubscriptionRequestsThrottled"
                : USUAL.getOrDefault(status, "HttpStatus" + status);
        ErrorTable.Entry known = errors.find(usual);
        String code = given != null ? given : usual;
        String told = message != null ? message : known != null ? known.message() : "Ordered from the sandbox.";
        Integer retry = retryAfter(line, fallback);
        String words = line.kind() + " " + status + retryWords(retry)
                + (given == null ? "" : " code=" + FaultLine.quoted(given))
                + (message == null ? "" : " message=" + FaultLine.quoted(message));
        return new Read(new SandboxFaults.Refuse(status, code, told, retry), words);
    }

    private static Read reset(FaultLine line) {
        String where = line.word();
        if (where == null || where.equals("before-headers")) {
            return new Read(new SandboxFaults.Reset(true), "reset before-headers");
        }
        if (where.equals("before-request")) {
            return new Read(new SandboxFaults.Reset(false), "reset before-request");
        }
        if (!where.equals("in-body")) {
            throw new FaultSyntaxException(
                    "'reset " + where + "' is none; before-request (nothing happens at the service), "
                            + "before-headers (it happens, unanswered) and in-body are");
        }
        String after = line.peek("after");
        int bytes = after != null && after.matches("\\d+") ? line.number("after", 0, 0) : line.number("bytes", 20, 0);
        return new Read(new SandboxFaults.ResetInBody(bytes), "reset in-body bytes=" + bytes);
    }

    private static Read close(FaultLine line) {
        String where = line.word();
        if (where == null || where.equals("before-headers")) {
            return new Read(new SandboxFaults.LoseAnswer(), "close before-headers");
        }
        if (where.equals("before-request")) {
            return new Read(new SandboxFaults.DropRequest(), "close before-request");
        }
        throw new FaultSyntaxException("'close " + where + "' is none; before-request and before-headers are");
    }

    private static Read garbage(@Nullable String text) {
        return text == null
                ? new Read(new SandboxFaults.Garbage(GARBAGE), "garbage")
                : new Read(new SandboxFaults.Garbage(text), "garbage text=" + FaultLine.quoted(text));
    }

    private static Read html(int status) {
        if (status > 599) {
            throw new FaultSyntaxException("'status=" + status + "' is no status; 200 to 599 are");
        }
        String page = "<html><head><title>" + status + "</title></head><body><h1>" + status
                + "</h1><p>Some proxy says this, not the service.</p></body></html>";
        return new Read(
                new SandboxFaults.Respond(status, Map.of("Content-Type", "text/html"), page), "html status=" + status);
    }

    private static Read length(String difference) {
        if (!difference.matches("[+-]\\d{1,6}") || Integer.parseInt(difference) == 0) {
            throw new FaultSyntaxException("'length " + difference + "' is no difference; +10 and -10 are");
        }
        return new Read(new SandboxFaults.WrongLength(Integer.parseInt(difference)), "length " + difference);
    }

    private static Read duplicate(@Nullable String answer) {
        if (answer != null && !answer.equals("first") && !answer.equals("second")) {
            throw new FaultSyntaxException("'answer=" + answer + "' is none; first and second are");
        }
        boolean first = "first".equals(answer);
        return new Read(new SandboxFaults.Duplicate(first), first ? "duplicate answer=first" : "duplicate");
    }

    private static Read standing(FaultLine line, Condition condition) {
        Duration length = Span.parse(line.word("a duration, as in: " + line.kind() + " 5m"));
        return new Read(new SandboxFaults.Standing(condition, length), line.kind() + " " + length);
    }

    private static Read foreign(FaultLine line) {
        String what = line.word("what is foreign: nextLink, location, azure-asyncoperation or redirect");
        Pointer pointer = POINTERS.get(what.toLowerCase(Locale.ROOT));
        if (pointer == null) {
            throw new FaultSyntaxException(
                    "'foreign " + what + "' is none; nextLink, location, azure-asyncoperation and redirect are");
        }
        String host = line.key("host");
        if (host == null || !host.matches("[A-Za-z0-9.\\[\\]:-]+")) {
            throw new FaultSyntaxException("'foreign' needs host=, as in: foreign " + what + " host=evil.example");
        }
        Set<String> on = OperationNames.known().stream()
                .filter(name -> switch (pointer) {
                    case NEXT_LINK -> name.startsWith("list");
                    case LOCATION, ASYNC_OPERATION -> OperationNames.isAsynchronous(name);
                    case REDIRECT -> false;
                })
                .collect(Collectors.toSet());
        return new Read(new SandboxFaults.Foreign(pointer, host), "foreign " + what + " host=" + host, on);
    }
}
