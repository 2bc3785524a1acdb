package dpsh.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Kills a run of many disks at random moments, many times, and says what came of it. Started by
 * {@code scripts/bench bulk kills}.
 */
final class KillBench {
    private static final int DISKS = 200;

    private KillBench() {}

    /** @param arguments how many rounds, how many disks, and the seed for the same moments again */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        int disks = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DISKS;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        int kills = 0;
        int processes = 0;
        int bad = 0;
        for (int round = 0; round < rounds; round++) {
            Path home = Files.createTempDirectory("dpsh-kills");
            BulkKillTest.Outcome outcome = new BulkKillTest.Round(home, disks, seed, round).play();
            kills += outcome.kills();
            processes += outcome.processes();
            if (!outcome.wrong().isEmpty()) {
                bad++;
                System.out.println("round " + round + " of seed " + seed + ": " + String.join("; ", outcome.wrong()));
                Files.writeString(home.resolve("story.txt"), outcome.story());
                System.out.println("  told in " + home.resolve("story.txt"));
            }
            if ((round + 1) % 10 == 0 || round + 1 == rounds) {
                System.out.printf(
                        Locale.ROOT,
                        "%d of %d rounds of %d disks (seed %d): %d processes, %d of them killed, %d rounds went wrong%n",
                        round + 1,
                        rounds,
                        disks,
                        seed,
                        processes,
                        kills,
                        bad);
            }
        }
        System.exit(bad == 0 ? 0 : 1);
    }
}
