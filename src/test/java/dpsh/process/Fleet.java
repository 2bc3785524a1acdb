package dpsh.process;

import dpsh.FixedHour;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.DatasourceKind;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Names;
import dpsh.bulk.Forecast;
import dpsh.bulk.Plan;
import dpsh.bulk.PlanFile;
import dpsh.bulk.PlanItem;
import dpsh.bulk.RoleScope;
import dpsh.sandbox.SandboxEstate;
import dpsh.store.Home;
import dpsh.store.ItemState;
import dpsh.store.LocalDatabase;
import dpsh.store.OperationLog;
import dpsh.store.OperationRow;
import dpsh.store.RunItem;
import dpsh.store.RunLog;
import dpsh.store.RunRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Many disks, a plan of them all, a home, and what became of each: at the service, in the journal and in the ledger. */
final class Fleet implements AutoCloseable {
    static final String CONFIGURED = "ProtectionConfigured";

    /** Longer than the world's lag, shorter than for ever. */
    private static final Duration ROLE_LAG = Duration.ofMinutes(2);

    final Azure azure;
    final Relay relay;
    final Path home;
    final Path plan;
    private final int disks;
    private final RoleScope scope;

    /**
     * What a test wants of the world.
     *
     * @param gone so many disks stand in the plan as well and are there no more
     */
    record Wish(int disks, int gone, boolean rolesInForce, RoleScope scope, List<String> faults) {
        /** Some disks that only wait to be protected. */
        static Wish of(int disks) {
            return new Wish(disks, 0, true, RoleScope.RESOURCE, List.of());
        }
    }

    Fleet(Path home, Wish wish, Relay.Watcher watcher) throws IOException {
        this(home, wish, watcher, Function.identity());
    }

    /** @param more what else there is in the world */
    Fleet(Path home, Wish wish, Relay.Watcher watcher, Function<SandboxEstate, SandboxEstate> more) throws IOException {
        this.disks = wish.disks() + wish.gone();
        this.scope = wish.scope();
        this.home = home;
        this.azure = new Azure(FixedHour.inProcess()
                .withSpeed(Azure.SPEED)
                .withEstate(more.apply(estate(wish)))
                .withFaults(wish.faults()));
        this.relay = new Relay(azure.endpoint(), watcher);
        this.plan = Files.writeString(home.resolve("plan.json"), PlanFile.text(plan()));
    }

    private static SandboxEstate estate(Wish wish) {
        SandboxEstate estate = SandboxEstate.seeds().roleLag(ROLE_LAG);
        for (int i = 0; i < wish.disks(); i++) {
            estate = estate.disk(Azure.disk(name(i)), "westus", "Premium_LRS", 64, Map.of());
        }
        return wish.rolesInForce()
                ? estate.role(Azure.SUBSCRIPTION, "Disk Backup Reader", Azure.VAULT)
                        .role(Azure.SNAPSHOTS, "Disk Snapshot Contributor", Azure.VAULT)
                : estate;
    }

    static String name(int disk) {
        return "fleet-" + disk;
    }

    /** A plan of yesterday, when none of them was protected: what stands now is looked at when it is applied. */
    private Plan plan() {
        List<PlanItem> items = IntStream.range(0, disks)
                .mapToObj(i -> new PlanItem(
                        i + 1,
                        draft(i),
                        ResourceId.parse(Azure.VAULT),
                        PlanItem.Verdict.PROTECT,
                        List.of(),
                        List.of(),
                        null))
                .toList();
        Forecast forecast = new Forecast(2 * disks, 3 * disks, Duration.ofMinutes(5), Duration.ZERO);
        return new Plan(
                "fleet",
                Instant.now(),
                relay.endpoint(),
                null,
                disks + " disks",
                scope,
                items,
                List.of(),
                forecast,
                List.of());
    }

    private static InstanceDraft draft(int disk) {
        ResourceId id = ResourceId.parse(Azure.disk(name(disk)));
        return new InstanceDraft(
                Names.instanceName(id),
                DatasourceKind.DISK,
                id,
                new Location("westus"),
                ResourceId.parse(Azure.VAULT).child("backupPolicies", "DiskBackup-Policy"),
                ResourceId.parse(Azure.SNAPSHOTS),
                null);
    }

    /** Where the disk's instance is at the service. */
    static String instance(int disk) {
        return draft(disk).idIn(ResourceId.parse(Azure.VAULT)).toString();
    }

    /** The arguments of a process that does this, one line after the other. */
    List<String> arguments(String... lines) {
        List<String> arguments = new ArrayList<>(List.of(
                "--endpoint", relay.endpoint(), "--speed", "" + Azure.SPEED, "--timeout", "100h", "-o", "json"));
        for (String line : lines) {
            arguments.add("-c");
            arguments.add(line);
        }
        return arguments;
    }

    DpshProcess start(String... lines) {
        return DpshProcess.start(home, arguments(lines));
    }

    DpshProcess.Result run(String... lines) {
        return DpshProcess.run(home, arguments(lines));
    }

    DpshProcess.Result runHere(String... lines) {
        return DpshProcess.runHere(home, arguments(lines));
    }

    String apply() {
        return "apply " + plan + " --grant";
    }

    /** The runs of the journal, newest first, read without dpsh. */
    List<RunRow> runs() {
        try (LocalDatabase database = database()) {
            return new RunLog(database, Clock.systemUTC()).list(relay.endpoint(), 100);
        }
    }

    /** The items of the first run. */
    List<RunItem> items() {
        return items(1);
    }

    List<RunItem> items(long run) {
        try (LocalDatabase database = database()) {
            return new RunLog(database, Clock.systemUTC()).items(run);
        }
    }

    /** What the ledger says is still open. */
    List<OperationRow> openOperations() {
        try (LocalDatabase database = database()) {
            return new OperationLog(database, Clock.systemUTC()).list(relay.endpoint(), true, 10_000);
        }
    }

    private LocalDatabase database() {
        return new LocalDatabase(Home.of(home, Map.of()), Clock.systemUTC());
    }

    /** The items that the journal calls protected and the service does not: read at the service first, which only moves on. */
    List<RunItem> toldTooEarly() {
        Map<String, List<String>> states = azure.states();
        return runs().isEmpty()
                ? List.of()
                : items().stream()
                        .filter(item -> item.state().good())
                        .filter(item -> !of(states, item).equals(List.of(CONFIGURED)))
                        .toList();
    }

    private static List<String> of(Map<String, List<String>> states, RunItem item) {
        return states.getOrDefault(item.datasource().toString().toLowerCase(Locale.ROOT), List.of());
    }

    /** Disks that have not exactly one instance that is configured. */
    List<String> notProtectedOnce() {
        Map<String, List<String>> states = azure.states();
        return items().stream()
                .filter(item -> !of(states, item).equals(List.of(CONFIGURED)))
                .map(item -> item.datasource().name() + " " + of(states, item))
                .toList();
    }

    /** Items that are not in this state. */
    List<String> itemsNot(ItemState... wanted) {
        return items().stream()
                .filter(item -> !List.of(wanted).contains(item.state()))
                .map(item -> item.datasource().name() + " " + item.state() + " " + item.code() + " " + item.message())
                .toList();
    }

    /** The instances that the service took a request to create for, once for each. */
    List<String> accepted() {
        return relay.answers().stream()
                .filter(answer -> answer.line().startsWith("PUT ")
                        && answer.line().contains("/backupInstances/")
                        && answer.status() < 300)
                .map(Relay.Answer::line)
                .toList();
    }

    @Override
    public void close() {
        relay.close();
        azure.close();
    }
}
