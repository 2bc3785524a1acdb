package dpsh.shell;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.session.KnownIndex;
import dpsh.session.Seen;
import dpsh.store.Home;
import dpsh.store.KnownResources;
import dpsh.store.LocalDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.Parser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one Tab takes with 100,000 known resources, from the line to the candidates that are shown: the parser, the command
 * model, the index, the matcher. Run by {@code scripts/bench tab}; {@link #main} tells the memory that the index takes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
public class TabBench {
    private static final int DISKS = 100_000;
    private static final int SUBSCRIPTIONS = 20;
    private static final int GROUPS = 1_000;
    private static final String[] STAGES = {"prod", "test", "dev"};

    /** Names: a beginning, none, parts that many, one and no name has. IDs: two beginnings, a group with its disks. */
    @Param({
        "protect disk disk-prod-app07",
        "protect disk ",
        "protect disk app07",
        "protect disk 099998",
        "protect disk nowhere",
        "protect disk /sub",
        "protect disk /subscriptions/00000007-0000-0000-0000-000000000000/resourceGroups/",
        "protect disk /subscriptions/00000007-0000-0000-0000-000000000000/resourceGroups/rg-0007/providers/Microsoft.Compute/disks/"
    })
    public String line = "";

    private Path directory = Path.of("");
    private LocalDatabase database;
    private TabCompleter completer;
    private final WordsParser parser = new WordsParser();
    private final OfferMatcher matcher = new OfferMatcher();

    @Setup(Level.Trial)
    public void fill() {
        directory = Path.of(System.getProperty("dpsh.bench.home"));
        boolean filled = Files.exists(Home.of(directory, Map.of()).database());
        database = new LocalDatabase(Home.of(directory, Map.of()), Clock.systemUTC());
        KnownIndex index = index(database);
        if (!filled) {
            index.remember(disks());
        }
        ModelCompletion completion = new ModelCompletion(new SampleCommands().model(), index, List.of());
        completer = new TabCompleter(() -> completion, () -> {
            throw new IllegalStateException("no expression");
        });
    }

    private static KnownIndex index(LocalDatabase database) {
        return new KnownIndex(new KnownResources(database), "https://management.azure.com", Clock.systemUTC(), text -> {
            throw new IllegalStateException(text);
        });
    }

    private static List<Seen> disks() {
        List<Seen> all = new ArrayList<>(DISKS);
        for (int i = 0; i < DISKS; i++) {
            String subscription = String.format("%08d-0000-0000-0000-000000000000", i % SUBSCRIPTIONS);
            String name = String.format("disk-%s-app%02d-%06d", STAGES[i % STAGES.length], i % 97, i);
            ResourceId id = ResourceId.parse("/subscriptions/" + subscription + "/resourceGroups/rg-"
                    + String.format("%04d", i % GROUPS) + "/providers/Microsoft.Compute/disks/" + name);
            all.add(new Seen("disk", id, name, new Location("westeurope"), "Premium_LRS").standing(i % 2 == 0));
        }
        return all;
    }

    @TearDown(Level.Trial)
    public void close() {
        database.close();
    }

    @Benchmark
    public List<Candidate> tab() {
        CompletingParsedLine parsed =
                (CompletingParsedLine) parser.parse(line, line.length(), Parser.ParseContext.COMPLETE);
        List<Candidate> candidates = new ArrayList<>();
        completer.complete(null, parsed, candidates);
        matcher.compile(Map.of(), false, parsed, true, 0, null);
        return matcher.matches(candidates);
    }

    /** With {@code fill} makes the index; else prints what the first Tab of a process takes, and the memory kept after it. */
    public static void main(String[] arguments) {
        TabBench bench = new TabBench();
        if (List.of(arguments).contains("fill")) {
            bench.fill();
            bench.close();
            return;
        }
        bench.directory = Path.of(System.getProperty("dpsh.bench.home"));
        long heapBefore = heap();
        long begun = System.nanoTime();
        try (LocalDatabase database = new LocalDatabase(Home.of(bench.directory, Map.of()), Clock.systemUTC())) {
            KnownResources resources = new KnownResources(database);
            KnownIndex index = new KnownIndex(resources, "https://management.azure.com", Clock.systemUTC(), text -> {});
            int found = index.candidates("disk", "app07").size();
            long first = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            System.out.printf(
                    Locale.ROOT,
                    "%d disks: the first Tab for a fragment %d ms (%d offered); kept after it: heap %.1f MB, names %.1f MB of it%n",
                    DISKS,
                    first,
                    found,
                    (heap() - heapBefore) / 1e6,
                    resources.fragmentBytes() / 1e6);
        }
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
