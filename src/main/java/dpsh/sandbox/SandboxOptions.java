package dpsh.sandbox;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox runs.
 *
 * @param port the loopback port, 0 for any free one
 * @param speed service seconds per real second; 0 is manual mode, where time moves only by {@link SandboxClock#advance}
 * @param scaleRetryAfter whether {@code Retry-After} is written in real seconds (divided by the speed, rounded up, at
 *     least 1) for clients that do not share the clock, or in service seconds for those that do
 * @param estate what the world holds at the start; used as a recipe, so one estate can start many sandboxes
 * @param throttled whether ARM's token buckets answer 429
 * @param pageSize rows of a list page before a {@code nextLink}, at least 1; about 200 in the service (Azure/azure-powershell
 *     issue 18904)
 * @param tokenClock judges the {@code exp} of a token that is a JWT: the wall clock by default, since whoever issued the
 *     token knew no other
 * @param transportFaults whether a relay stands before the server, so that {@link SandboxFaults} can reset connections; it costs
 *     each request about a twentieth of a millisecond
 * @param seed makes GUIDs, operation names and the dice of faults the same again, given the same order of requests; null for
 *     ever new ones
 * @param faults lines of the fault language that are in force from the start
 */
public record SandboxOptions(
        int port,
        double speed,
        boolean scaleRetryAfter,
        SandboxEstate estate,
        boolean throttled,
        int pageSize,
        InstantSource tokenClock,
        boolean transportFaults,
        @Nullable Long seed,
        List<String> faults) {

    private static final int DEFAULT_PAGE_SIZE = 200;

    public SandboxOptions {
        faults = List.copyOf(faults);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("A port is 0 to 65535, not " + port);
        }
        if (!(speed >= 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("A speed is a number of at least 0, not " + speed);
        }
        if (pageSize < 1) {
            throw new IllegalArgumentException("A page has at least one row");
        }
    }

    /** For the client in the same process: any port, speed 60, Retry-After unscaled because the client shares the clock. */
    public static SandboxOptions inProcess() {
        return new SandboxOptions(
                0,
                60,
                false,
                SandboxEstate.seeds(),
                true,
                DEFAULT_PAGE_SIZE,
                InstantSource.system(),
                true,
                null,
                List.of());
    }

    /** For other programs: the real service's pace, Retry-After scaled should the speed be changed. */
    public static SandboxOptions serve(int port) {
        return new SandboxOptions(
                port,
                1,
                true,
                SandboxEstate.seeds(),
                true,
                DEFAULT_PAGE_SIZE,
                InstantSource.system(),
                true,
                null,
                List.of());
    }

    /** The same with another speed. */
    public SandboxOptions withSpeed(double newSpeed) {
        return new SandboxOptions(
                port,
                newSpeed,
                scaleRetryAfter,
                estate,
                throttled,
                pageSize,
                tokenClock,
                transportFaults,
                seed,
                faults);
    }

    /** The same, with Retry-After scaled or not. */
    public SandboxOptions withScaledRetryAfter(boolean scaled) {
        return new SandboxOptions(
                port, speed, scaled, estate, throttled, pageSize, tokenClock, transportFaults, seed, faults);
    }

    /** The same in another world. */
    public SandboxOptions withEstate(SandboxEstate newEstate) {
        return new SandboxOptions(
                port,
                speed,
                scaleRetryAfter,
                newEstate,
                throttled,
                pageSize,
                tokenClock,
                transportFaults,
                seed,
                faults);
    }

    /** The same with or without token buckets. */
    public SandboxOptions withThrottling(boolean on) {
        return new SandboxOptions(
                port, speed, scaleRetryAfter, estate, on, pageSize, tokenClock, transportFaults, seed, faults);
    }

    /** The same with other list pages. */
    public SandboxOptions withPageSize(int rows) {
        return new SandboxOptions(
                port, speed, scaleRetryAfter, estate, throttled, rows, tokenClock, transportFaults, seed, faults);
    }

    /** The same with another judge of token expiry. */
    public SandboxOptions withTokenClock(InstantSource source) {
        return new SandboxOptions(
                port, speed, scaleRetryAfter, estate, throttled, pageSize, source, transportFaults, seed, faults);
    }

    /** The same with a relay for transport faults. */
    public SandboxOptions withTransportFaults() {
        return new SandboxOptions(
                port, speed, scaleRetryAfter, estate, throttled, pageSize, tokenClock, true, seed, faults);
    }

    /** The same without the relay: connections are not reset, and each request is a little faster. */
    public SandboxOptions withoutTransportFaults() {
        return new SandboxOptions(
                port, speed, scaleRetryAfter, estate, throttled, pageSize, tokenClock, false, seed, faults);
    }

    /** The same, repeatable by this seed. */
    public SandboxOptions withSeed(@Nullable Long newSeed) {
        return new SandboxOptions(
                port,
                speed,
                scaleRetryAfter,
                estate,
                throttled,
                pageSize,
                tokenClock,
                transportFaults,
                newSeed,
                faults);
    }

    /** The same with these faults from the start, lines of the fault language. */
    public SandboxOptions withFaults(List<String> lines) {
        return new SandboxOptions(
                port, speed, scaleRetryAfter, estate, throttled, pageSize, tokenClock, transportFaults, seed, lines);
    }
}
