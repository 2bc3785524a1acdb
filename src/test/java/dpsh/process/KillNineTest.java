package dpsh.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 3 with a real process: SIGKILL in each window, many times ({@code -Ddpsh.kills=N} rounds in each, {@code -Ddpsh.seed=N}
 * for the same moments again). Nothing is lost, nothing is sent twice, nothing is called done that is not, and a fresh
 * process brings it to its end.
 *
 * <p>Turned red when {@code Operations.settle} did nothing, and when {@code Verdict.of} left out {@code entry.answered}.
 */
class KillNineTest {
    private static final int ROUNDS = Integer.getInteger("dpsh.kills", 8);
    /** Windows that are less likely to hide something. */
    private static final int HALF = (ROUNDS + 1) / 2;

    private static final long SEED = Long.getLong("dpsh.seed", System.nanoTime());

    private static final String DISK = "msdiskbackup";
    private static final String STATUS = "^GET .*/operationStatus/";
    private static final String INSTANCE = "^GET .*/backupVaults/[^/]+/backupInstances/[^/]+$";

    @TempDir
    Path homes;

    /** What is under way when the process dies. */
    private enum Change {
        CREATE(
                "BackupInstances_CreateOrUpdate",
                "^PUT .*/backupInstances/",
                "instance create disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg"
                        + " --vault testBkpVault"),
        DELETE("BackupInstances_Delete", "^DELETE ", "instance delete msdiskbackup --yes --vault testBkpVault"),
        GRANT(
                "RoleAssignments_Create",
                "^PUT .*/roleAssignments/",
                "protect disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --grant"
                        + " --vault testBkpVault");

        final String operation;
        final String request;
        final String command;

        Change(String operation, String request, String command) {
            this.operation = operation;
            this.request = request;
            this.command = command;
        }

        Azure world() {
            return switch (this) {
                case CREATE -> Azure.withRolesFor(DISK);
                case DELETE -> Azure.withProtected(DISK);
                case GRANT -> Azure.asInTheArticles();
            };
        }
    }

    /** How the operator goes on. */
    private enum Recovery {
        SAME_COMMAND,
        WATCH_ALL,
        WATCH_NUMBER
    }

    @FunctionalInterface
    private interface Aim {
        Kill at(Change change, Random random);
    }

    @Test
    void killedWhenRecordedAndUnsent() throws Exception {
        rounds(
                ROUNDS,
                List.of(Change.values()),
                List.of("unanswered"),
                (change, random) -> Kill.at(
                        random, change.request, nth(change, random), 3000, Relay.Moment.BEGUN, Relay.Moment.ARRIVED));
    }

    @Test
    void killedWhenSentAndUnanswered() throws Exception {
        rounds(
                ROUNDS,
                List.of(Change.values()),
                List.of("unanswered"),
                (change, random) -> Kill.at(random, change.request, nth(change, random), 3000, Relay.Moment.HANDLED));
    }

    @Test
    void killedWhenAnsweredAndUnrecorded() throws Exception {
        rounds(
                ROUNDS,
                List.of(Change.values()),
                List.of("unanswered", "running", "succeeded"),
                (change, random) ->
                        Kill.at(random, change.request, nth(change, random), 15_000, Relay.Moment.ANSWERED));
    }

    @Test
    void killedWhilePolling() throws Exception {
        rounds(
                HALF,
                List.of(Change.values()),
                List.of("running", "settling", "succeeded"),
                (change, random) -> Kill.at(
                        random, STATUS, 1, 10_000, Relay.Moment.ARRIVED, Relay.Moment.HANDLED, Relay.Moment.ANSWERED));
    }

    @Test
    void killedWhileSettling() throws Exception {
        List<Change> changes = List.of(Change.CREATE, Change.DELETE);
        rounds(HALF, changes, List.of("running", "settling", "succeeded"), (change, random) -> Kill.at(
                        random, INSTANCE, 1, 10_000, Relay.Moment.ARRIVED, Relay.Moment.HANDLED, Relay.Moment.ANSWERED)
                .after(change.request));
    }

    @Test
    void killedAnywhere() throws Exception {
        rounds(HALF, List.of(Change.values()), List.of(), (change, random) -> {
            int nth = 1 + random.nextInt(change == Change.GRANT ? 30 : 18);
            return Kill.at(random, ".", nth, 30_000, Relay.Moment.values());
        });
    }

    /** The first request of its kind; of the two roles either. */
    private static int nth(Change change, Random random) {
        return change == Change.GRANT ? 1 + random.nextInt(2) : 1;
    }

    private void rounds(int count, List<Change> changes, List<String> states, Aim aim) throws Exception {
        List<Callable<Object>> rounds = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            Change change = changes.get(round % changes.size());
            Random random = new Random(SEED + round);
            Recovery recovery = Recovery.values()[round / changes.size() % Recovery.values().length];
            boolean fresh = round % 2 == 0;
            rounds.add(() -> {
                round(change, recovery, fresh, states, aim.at(change, random));
                return true;
            });
        }
        Lanes.run(rounds);
    }

    /** @param fresh whether the operator goes on in a process of its own, or in this one, which starts at once */
    private void round(Change change, Recovery recovery, boolean fresh, List<String> states, Kill kill)
            throws IOException {
        Path home = Files.createTempDirectory(homes, "home");
        try (kill;
                Azure azure = change.world();
                Relay relay = new Relay(azure.endpoint(), kill)) {
            DpshProcess.Result victim;
            try (DpshProcess process = DpshProcess.start(home, arguments(relay, change.command))) {
                kill.aimAt(process);
                victim = process.end();
            }
            String story = "seed " + SEED + ", " + change + ", " + recovery + ", " + kill + "\n" + victim;
            assertThat(kill.happened() || states.isEmpty()).as(story).isTrue();
            assertThat(victim.code()).as(story).isEqualTo(kill.happened() ? DpshProcess.KILLED : 0);
            Truth atDeath = Truth.of(azure);
            List<String> sentBefore = relay.changes();

            List<String> steps = recovery(relay, change, recovery);
            DpshProcess.Result next = fresh ? DpshProcess.run(home, steps) : DpshProcess.runHere(home, steps);
            String all = story + "\nthen " + next + "\n" + String.join("\n", relay.forwarded());
            Ledger found = Ledger.first(next.out());
            tellsTheTruth(found, atDeath, all);
            nothingIsLost(found, sentBefore, all);
            if (!states.isEmpty()) {
                assertThat(killed(change, found).state()).as(all).isIn(states);
            }
            endsWell(change, recovery, next, relay, azure, all);
        }
    }

    private static List<String> arguments(Relay relay, String... lines) {
        List<String> arguments = new ArrayList<>(List.of(
                "--endpoint", relay.endpoint(), "--speed", "" + Azure.SPEED, "--timeout", "100h", "-o", "json"));
        for (String line : lines) {
            arguments.add("-c");
            arguments.add(line);
        }
        return arguments;
    }

    private static List<String> recovery(Relay relay, Change change, Recovery recovery) {
        List<String> lines = new ArrayList<>(List.of("operation list"));
        if (recovery == Recovery.WATCH_NUMBER) {
            // The killed one is the last of its kind: the first change of a create or a delete, and of a grant the
            // newest.
            lines.add("operation watch 1");
        } else if (recovery == Recovery.WATCH_ALL || change == Change.DELETE) {
            // What was deleted cannot be named any more.
            lines.add("operation watch");
        }
        lines.add(change.command);
        lines.add("operation list");
        List<String> arguments = arguments(relay, lines.toArray(String[]::new));
        arguments.add("--keep-going");
        return arguments;
    }

    /** What was under way: the newest of its kind. */
    private static Ledger.Row killed(Change change, Ledger ledger) {
        return ledger.of(change.operation).get(0);
    }

    /** What stood at the service when the process died. */
    private record Truth(List<String> states, int rolesAtDisk, int rolesAtSnapshots) {
        static Truth of(Azure azure) {
            return new Truth(azure.statesOf(DISK), azure.rolesAt(Azure.disk(DISK)), azure.rolesAt(Azure.SNAPSHOTS));
        }

        boolean isDone(Ledger.Row row) {
            return switch (row.operation()) {
                case "BackupInstances_CreateOrUpdate" -> states.equals(List.of("ProtectionConfigured"));
                case "BackupInstances_Delete" -> states.isEmpty();
                case "RoleAssignments_Create" ->
                    (row.target().contains("/disks/") ? rolesAtDisk : rolesAtSnapshots) == 1;
                default -> true;
            };
        }
    }

    private static void tellsTheTruth(Ledger found, Truth atDeath, String story) {
        assertThat(found.rows()).as(story).allSatisfy(row -> assertThat(
                        row.state().equals("succeeded") && !atDeath.isDone(row))
                .as("%s is called done and is not", row)
                .isFalse());
    }

    /** Whatever the service got stands in the ledger. */
    private static void nothingIsLost(Ledger found, List<String> sent, String story) {
        List<String> targets = found.rows().stream().map(Ledger.Row::target).toList();
        assertThat(sent).as(story).allSatisfy(line -> assertThat(targets)
                .contains(line.substring(line.indexOf(' ') + 1)));
    }

    private static void endsWell(
            Change change, Recovery recovery, DpshProcess.Result next, Relay relay, Azure azure, String story) {
        assertThat(Ledger.last(next.out()).open()).as(story).isEmpty();
        assertThat(relay.changes()).as(story).doesNotHaveDuplicates();
        if (change == Change.DELETE) {
            assertThat(azure.statesOf(DISK)).as(story).isEmpty();
            return;
        }
        assertThat(azure.statesOf(DISK)).as(story).containsExactly("ProtectionConfigured");
        assertThat(azure.rolesAt(Azure.disk(DISK))).as(story).isEqualTo(1);
        assertThat(azure.rolesAt(Azure.SNAPSHOTS)).as(story).isEqualTo(1);
        if (recovery == Recovery.SAME_COMMAND) {
            assertThat(next.code()).as(story).isZero();
        }
        for (JsonNode document : Ledger.documents(next.out())) {
            for (JsonNode item : document) {
                assertThat(item.path("result").asText("none")).as(story).isIn("protected", "unchanged", "none");
            }
        }
    }
}
