package dpsh.process;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.bulk.RoleScope;
import dpsh.store.ItemState;
import dpsh.store.RunItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run of many disks at a bad service and on a bad line, killed by SIGKILL at random moments, and its resumption killed too
 * ({@code -Ddpsh.kills=N} rounds of {@code -Ddpsh.kill.disks=N} disks, {@code -Ddpsh.seed=N} for the same moments again). In
 * the end every disk has exactly one instance, nothing was ever called protected that was not, and the journal, the ledger
 * and the service agree.
 */
class BulkKillTest {
    private static final int ROUNDS = Integer.getInteger("dpsh.kills", 4);
    private static final int DISKS = Integer.getInteger("dpsh.kill.disks", 24);
    private static final long SEED = Long.getLong("dpsh.seed", System.nanoTime());

    /** So many requests an item takes, about. */
    private static final int REQUESTS_EACH = 6;

    private static final double LOST = 0.03;

    @TempDir
    Path homes;

    @Test
    void everyDiskIsProtectedOnceWhateverHappens() throws Exception {
        List<Callable<Object>> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            int round = i;
            rounds.add(() -> {
                Outcome outcome = new Round(Files.createTempDirectory(homes, "home"), DISKS, SEED, round).play();
                assertThat(outcome.wrong()).as(outcome::story).isEmpty();
                return true;
            });
        }
        Lanes.run(rounds);
    }

    /**
     * How a round ended.
     *
     * @param kills how many processes died of it
     * @param wrong what must not be, one sentence each
     */
    record Outcome(int kills, int processes, List<String> wrong, String story) {}

    /** One run from its beginning to its end. */
    static final class Round {
        private final Path home;
        private final int disks;
        private final Random random;
        private final String name;
        private final boolean rolesInForce;
        private final RoleScope scope;
        private final Set<String> wrong = new HashSet<>();
        private final StringBuilder story = new StringBuilder();
        private int kills;
        private int processes;

        Round(Path home, int disks, long seed, int round) {
            this.home = home;
            this.disks = disks;
            this.random = new Random(seed + round);
            this.name = "seed " + seed + ", round " + round;
            this.rolesInForce = round % 2 == 0;
            this.scope = round % 4 == 1 ? RoleScope.RESOURCE : RoleScope.SUBSCRIPTION;
        }

        private List<String> faults() {
            return List.of(
                    "status 503 probability=0.03 seed=" + random.nextInt(1000),
                    "status 500 probability=0.02 seed=" + random.nextInt(1000),
                    "reset before-headers method=GET probability=0.01 seed=" + random.nextInt(1000),
                    "reset in-body bytes=40 probability=0.02 seed=" + random.nextInt(1000),
                    "storm 429 retry-after=7 after=" + (30 + random.nextInt(90)) + "s for=20s");
        }

        Outcome play() throws IOException {
            Weather weather = new Weather(new Random(random.nextLong()), LOST);
            Fleet.Wish wish = new Fleet.Wish(disks, 0, rolesInForce, scope, faults());
            try (Fleet fleet = new Fleet(home, wish, weather)) {
                int times = 1 + random.nextInt(3);
                for (int i = 0; i < times; i++) {
                    killed(fleet, weather);
                }
                weather.aim(Kill.never());
                process(fleet, fleet.runs().isEmpty() ? fleet.apply() : "runs resume");
                atItsEnd(fleet);
                again(fleet);
                story.append(String.join("\n", fleet.relay.forwarded()));
            }
            return new Outcome(kills, processes, List.copyOf(wrong), name + "\n" + story);
        }

        /** A process that goes on with the run, or begins it, and dies. */
        private void killed(Fleet fleet, Weather weather) {
            try (Kill kill = kill()) {
                weather.aim(kill);
                String line = fleet.runs().isEmpty() ? fleet.apply() : "runs resume";
                DpshProcess.Result result;
                try (DpshProcess process = fleet.start(line)) {
                    kill.aimAt(process);
                    result = process.end();
                }
                processes++;
                story.append(kill).append('\n').append(result).append('\n');
                if (kill.happened()) {
                    kills++;
                    expect(result.code() == DpshProcess.KILLED, "the killed process ended with " + result.code());
                }
                for (RunItem item : fleet.toldTooEarly()) {
                    wrong.add(item.datasource().name() + " is called " + item.state() + " and is not");
                }
            }
        }

        private Kill kill() {
            Relay.Moment[] moments = Relay.Moment.values();
            return switch (random.nextInt(4)) {
                case 0 -> Kill.at(random, "^PUT ", 1 + random.nextInt(disks), 15_000, moments);
                case 1 -> Kill.at(random, ".", 1, 3_000_000, Relay.Moment.BEGUN);
                default -> Kill.at(random, ".", 1 + random.nextInt(REQUESTS_EACH * disks), 30_000, moments);
            };
        }

        private DpshProcess.Result process(Fleet fleet, String line) {
            DpshProcess.Result result = fleet.run(line);
            processes++;
            story.append(result.code()).append(' ').append(line).append('\n').append(result.err());
            expect(result.code() == 0, "'" + line + "' ended with " + result.code());
            return result;
        }

        private void atItsEnd(Fleet fleet) {
            wrong.addAll(fleet.notProtectedOnce());
            wrong.addAll(fleet.itemsNot(ItemState.PROTECTED));
            fleet.openOperations()
                    .forEach(row -> wrong.add("still open: " + row.number() + " " + row.operation() + " " + row.state()
                            + " " + row.target()));
            List<String> accepted = fleet.accepted();
            Set<String> once = new HashSet<>();
            accepted.stream().filter(line -> !once.add(line)).forEach(line -> wrong.add("taken twice: " + line));
            expect(once.size() == disks, once.size() + " of " + disks + " instances were asked for");
            if (!rolesInForce) {
                roles(fleet);
            }
        }

        private void roles(Fleet fleet) {
            if (scope == RoleScope.SUBSCRIPTION) {
                expect(
                        fleet.azure.rolesAt(Azure.SUBSCRIPTION) == 2,
                        "roles at the subscription: " + fleet.azure.rolesAt(Azure.SUBSCRIPTION));
                return;
            }
            expect(
                    fleet.azure.rolesAt(Azure.SNAPSHOTS) == 1,
                    "roles at the snapshot group: " + fleet.azure.rolesAt(Azure.SNAPSHOTS));
            for (int i = 0; i < disks; i++) {
                int roles = fleet.azure.rolesAt(Azure.disk(Fleet.name(i)));
                expect(roles == 1, roles + " roles at " + Fleet.name(i));
            }
        }

        /** The same plan once more changes nothing. */
        private void again(Fleet fleet) {
            int before = changes(fleet).size();
            process(fleet, fleet.apply());
            List<String> after = changes(fleet);
            after.subList(before, after.size()).forEach(line -> wrong.add("the second time sends " + line));
        }

        private static List<String> changes(Fleet fleet) {
            return fleet.relay.forwarded().stream()
                    .filter(line -> !line.startsWith("GET "))
                    .filter(line -> !line.contains("Microsoft.ResourceGraph"))
                    .collect(Collectors.toList());
        }

        private void expect(boolean holds, String otherwise) {
            if (!holds) {
                wrong.add(otherwise);
            }
        }
    }
}
