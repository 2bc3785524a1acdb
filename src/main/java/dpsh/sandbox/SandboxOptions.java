package dpsh.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a sandbox runs. A value: each {@code with} method makes another one. */
public final class SandboxOptions {
    private static final int DEFAULT_PAGE_SIZE = 200;
    private static final int IN_PROCESS_SPEED = 60;

    private int port;
    private double speed = 1;
    private boolean scaleRetryAfter = true;
    private SandboxEstate estate = SandboxEstate.seeds();
    private SandboxBuckets buckets = SandboxBuckets.DOCUMENTED;
    private int pageSize = DEFAULT_PAGE_SIZE;
    private InstantSource tokenClock = InstantSource.system();
    private InstantSource beginning = InstantSource.system();
    private boolean transportFaults = true;
    private @Nullable Long seed;
    private List<String> faults = List.of();
    private SandboxAccess access = SandboxAccess.OPEN;

    private SandboxOptions() {}

    /** For the client in the same process: any port, speed 60, Retry-After unscaled because the client shares the clock. */
    public static SandboxOptions inProcess() {
        return serve(0).withSpeed(IN_PROCESS_SPEED).withScaledRetryAfter(false);
    }

    /** For other programs: the real service's pace, Retry-After scaled should the speed be changed; port 0 is any free one. */
    public static SandboxOptions serve(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("A port is 0 to 65535, not " + port);
        }
        return new SandboxOptions().with(options -> options.port = port);
    }

    private SandboxOptions with(Consumer<SandboxOptions> change) {
        SandboxOptions copy = new SandboxOptions();
        copy.port = port;
        copy.speed = speed;
        copy.scaleRetryAfter = scaleRetryAfter;
        copy.estate = estate;
        copy.buckets = buckets;
        copy.pageSize = pageSize;
        copy.tokenClock = tokenClock;
        copy.beginning = beginning;
        copy.transportFaults = transportFaults;
        copy.seed = seed;
        copy.faults = faults;
        copy.access = access;
        change.accept(copy);
        return copy;
    }

    /** The same with another speed: service seconds per real second; 0 is manual mode, where only {@link SandboxClock#advance} moves time. */
    public SandboxOptions withSpeed(double newSpeed) {
        if (!(newSpeed >= 0) || Double.isInfinite(newSpeed)) {
            throw new IllegalArgumentException("A speed is a number of at least 0, not " + newSpeed);
        }
        return with(options -> options.speed = newSpeed);
    }

    /**
     * The same with {@code Retry-After} in real seconds (divided by the speed, rounded up, at least 1) for clients that do not
     * share the clock, or in service seconds for those that do.
     */
    public SandboxOptions withScaledRetryAfter(boolean scaled) {
        return with(options -> options.scaleRetryAfter = scaled);
    }

    /** The same in another world. The estate is a recipe: one can start many sandboxes. */
    public SandboxOptions withEstate(SandboxEstate newEstate) {
        return with(options -> options.estate = newEstate);
    }

    /** The same with the documented token buckets or with none. */
    public SandboxOptions withThrottling(boolean on) {
        return withBuckets(on ? SandboxBuckets.DOCUMENTED : SandboxBuckets.OFF);
    }

    /** The same with other token buckets. */
    public SandboxOptions withBuckets(SandboxBuckets kind) {
        return with(options -> options.buckets = kind);
    }

    /** The same with other list pages: rows before a {@code nextLink}, at least 1 (200 in the service: Azure/azure-powershell issue 18904). */
    public SandboxOptions withPageSize(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A page has at least one row");
        }
        return with(options -> options.pageSize = rows);
    }

    /** The same with another judge of the {@code exp} of tokens than the wall clock, which whoever issued them went by. */
    public SandboxOptions withTokenClock(InstantSource source) {
        return with(options -> options.tokenClock = source);
    }

    /** The same with a world that begins at this time in place of now; one that was saved goes on where it stopped. */
    public SandboxOptions withBeginning(InstantSource serviceTime) {
        return with(options -> options.beginning = serviceTime);
    }

    /** The same without the relay: connections are not reset, and each request is a little faster. */
    public SandboxOptions withoutTransportFaults() {
        return with(options -> options.transportFaults = false);
    }

    /** The same, repeatable by this seed, or different each time with null. */
    public SandboxOptions withSeed(@Nullable Long newSeed) {
        return with(options -> options.seed = newSeed);
    }

    /** The same with these faults from the start, lines of the fault language. */
    public SandboxOptions withFaults(List<String> lines) {
        return with(options -> options.faults = List.copyOf(lines));
    }

    /** The same with other doors. */
    public SandboxOptions withAccess(SandboxAccess newAccess) {
        return with(options -> options.access = newAccess);
    }

    int port() {
        return port;
    }

    double speed() {
        return speed;
    }

    boolean scaleRetryAfter() {
        return scaleRetryAfter;
    }

    SandboxEstate estate() {
        return estate;
    }

    SandboxBuckets buckets() {
        return buckets;
    }

    int pageSize() {
        return pageSize;
    }

    InstantSource tokenClock() {
        return tokenClock;
    }

    /** When its world begins. */
    Instant begins() {
        Instant saved = estate.savedAt();
        return saved == null ? beginning.instant() : saved;
    }

    boolean transportFaults() {
        return transportFaults;
    }

    @Nullable
    Long seed() {
        return seed;
    }

    List<String> faults() {
        return faults;
    }

    SandboxAccess access() {
        return access;
    }
}
