package dpsh.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dpsh.FixedHour;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code scripts/replay FILE...}: sends each recorded request to a sandbox that holds what the recording began with, and compares
 * the answers. Time moves only between reads, until the sandbox says what the service said.
 */
final class Replay {
    /** How one exchange went: {@code skipped} names why it was not sent. */
    record Outcome(Exchange recorded, List<String> differences, String skipped) {}

    private static final Set<String> DATASOURCES =
            Set.of("microsoft.compute/disks", "microsoft.storage/storageaccounts/blobservices", Beginning.LAKE);
    private static final int PATIENCE = 90;

    private final List<Exchange> recording;
    private final Names names = new Names();

    Replay(List<Exchange> recording) {
        this.recording = recording;
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(run(List.of(arguments), System.out));
    }

    /** Prints one line an exchange that differs, and the pass rate; 0 when nothing differs without a reason. */
    static int run(List<String> files, PrintStream out) throws IOException {
        Differences known = Differences.load();
        Map<String, Integer> reasons = new LinkedHashMap<>();
        int sent = 0;
        int alike = 0;
        int justified = 0;
        for (String file : files) {
            List<Outcome> outcomes = new Replay(Exchange.read(Path.of(file))).play();
            int row = 0;
            for (Outcome outcome : outcomes) {
                row++;
                if (!outcome.skipped().isEmpty()) {
                    reasons.merge(outcome.skipped(), 1, Integer::sum);
                    continue;
                }
                sent++;
                List<String> open = new ArrayList<>(outcome.differences());
                open.removeIf(difference -> known.explains(outcome.recorded(), difference));
                alike += outcome.differences().isEmpty() ? 1 : 0;
                justified += open.isEmpty() && !outcome.differences().isEmpty() ? 1 : 0;
                if (!open.isEmpty()) {
                    out.println(Path.of(file).getFileName() + " #" + row + " "
                            + outcome.recorded().method() + " "
                            + outcome.recorded().path());
                    open.forEach(difference -> out.println("    " + difference));
                }
            }
        }
        reasons.forEach((reason, count) -> out.println(count + " not sent: " + reason));
        known.print(out);
        out.printf(
                "%d requests sent: %d alike, %d with differences that are explained, %d with others (%.1f %% pass)%n",
                sent,
                alike,
                justified,
                sent - alike - justified,
                sent == 0 ? 100.0 : 100.0 * (alike + justified) / sent);
        return alike + justified == sent ? 0 : 1;
    }

    /** Plays the whole recording. */
    List<Outcome> play() {
        Prelude prelude = new Prelude(new Beginning(recording));
        List<Outcome> outcomes = new ArrayList<>();
        try (Talk talk = new Talk(FixedHour.inProcess().withThrottling(false).withEstate(prelude.estate()))) {
            prelude.play(talk);
            for (Exchange recorded : recording) {
                String skipped = outside(recorded);
                if (!skipped.isEmpty()) {
                    outcomes.add(new Outcome(recorded, List.of(), skipped));
                    continue;
                }
                if (isGranted(recorded)) {
                    Prelude.permit(talk, vaultOf(recorded.path()), recorded.request());
                }
                Exchange actual = answer(talk, recorded);
                names.learn(recorded, actual);
                outcomes.add(new Outcome(recorded, Likeness.differences(recorded, actual), ""));
            }
        }
        return outcomes;
    }

    private static String vaultOf(String path) {
        int at = path.toLowerCase(Locale.ROOT).indexOf("/backupvaults/") + "/backupvaults/".length();
        int end = path.indexOf('/', at);
        return end < 0 ? path : path.substring(0, end);
    }

    private static String outside(Exchange recorded) {
        String url = recorded.url().toLowerCase(Locale.ROOT);
        int scheme = url.indexOf("://");
        String host = scheme < 0 ? "" : url.substring(scheme + 3, url.indexOf('/', scheme + 3));
        if (!host.isEmpty() && !host.endsWith("management.azure.com")) {
            return "to another service (" + host.substring(host.indexOf('.') + 1) + ")";
        }
        for (JsonNode type : recorded.request().findValues("datasourceType")) {
            if (!DATASOURCES.contains(type.asText().toLowerCase(Locale.ROOT))) {
                return "a datasource that the sandbox does not have (" + type.asText() + ")";
            }
        }
        return recorded.method().equals("HEAD") && recorded.status() == 0 ? "no answer was recorded" : "";
    }

    /** Whether a request needs roles that the recording does not show being given, because it went well. */
    private boolean isGranted(Exchange recorded) {
        boolean needs = recorded.path().endsWith("/validateForBackup")
                || recorded.path().endsWith("/validateRestore")
                || recorded.path().endsWith("/restore")
                || recorded.method().equals("PUT")
                        && recorded.path().toLowerCase(Locale.ROOT).contains("/backupinstances/");
        if (!needs || recorded.status() >= 400 || !recorded.request().isObject()) {
            return false;
        }
        String url = recorded.headers().getOrDefault("azure-asyncoperation", "");
        String operation = url.substring(url.lastIndexOf('/') + 1);
        String id = operation.contains("?") ? operation.substring(0, operation.indexOf('?')) : operation;
        return id.isEmpty()
                || recording.stream()
                        .filter(later -> later.path().endsWith(id))
                        .noneMatch(later ->
                                later.response().path("status").asText().equalsIgnoreCase("Failed"));
    }

    /** Asks, and for a read lets time pass until the answer is in the recorded state. */
    private Exchange answer(Talk talk, Exchange recorded) {
        String target = names.target(recorded);
        String body = recorded.request().isMissingNode()
                ? null
                : names.text(recorded.request().toString());
        Exchange actual = talk.send(recorded.method(), target, body);
        boolean read = recorded.method().equals("GET") || recorded.path().endsWith("/resources");
        for (int step = 0; read && step < PATIENCE && !state(recorded).equals(state(actual)); step++) {
            talk.pass(step < 40 ? Duration.ofSeconds(10) : Duration.ofMinutes(30));
            actual = talk.send(recorded.method(), target, body);
        }
        return actual;
    }

    /** What a client waits for. */
    private static String state(Exchange exchange) {
        JsonNode properties = exchange.response().path("properties");
        JsonNode value = exchange.response().path("value");
        return String.join(
                " ",
                Integer.toString(exchange.status()),
                exchange.response().path("status").asText(),
                properties.path("status").asText(),
                properties.path("provisioningState").asText(),
                properties.path("currentProtectionState").asText(),
                value.isArray() ? "rows:" + !value.isEmpty() : "");
    }
}
