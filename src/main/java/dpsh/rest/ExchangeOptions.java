package dpsh.rest;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How an exchange behaves.
 *
 * @param endpoint the only origin that is sent anything
 * @param userAgent such as {@code dpsh/0.1.0}
 * @param requestTimeout real time for one attempt, from sending to the last byte of its answer
 * @param throttlePatience service time that one request may spend waiting because the service throttles
 * @param readOnly whether requests that change something are refused
 * @param showOnly whether requests that validate or change are shown instead of sent
 * @param trust whom an https endpoint is trusted by, or null for the JVM's own authorities; for loopback only
 * @param safeguard looks at each change before it leaves
 */
public record ExchangeOptions(
        Origin endpoint,
        String userAgent,
        Duration requestTimeout,
        Duration throttlePatience,
        BooleanSupplier readOnly,
        BooleanSupplier showOnly,
        @Nullable SSLContext trust,
        Safeguard safeguard) {
    public ExchangeOptions {
        if (trust != null && !endpoint.loopback()) {
            throw new IllegalArgumentException("other authorities are trusted for this machine only");
        }
    }

    /** 60 s a request, 5 minutes of throttling, everything allowed. */
    public static ExchangeOptions of(Origin endpoint, String userAgent) {
        return new ExchangeOptions(
                endpoint,
                userAgent,
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                () -> false,
                () -> false,
                null,
                Safeguard.NONE);
    }

    public ExchangeOptions withReadOnly(boolean on) {
        return new ExchangeOptions(
                endpoint, userAgent, requestTimeout, throttlePatience, () -> on, showOnly, trust, safeguard);
    }

    public ExchangeOptions withShowOnly(boolean on) {
        return new ExchangeOptions(
                endpoint, userAgent, requestTimeout, throttlePatience, readOnly, () -> on, trust, safeguard);
    }

    /** Both asked anew for each request, for a session whose lines differ. */
    public ExchangeOptions withGates(BooleanSupplier readOnlyNow, BooleanSupplier showOnlyNow) {
        return new ExchangeOptions(
                endpoint, userAgent, requestTimeout, throttlePatience, readOnlyNow, showOnlyNow, trust, safeguard);
    }

    public ExchangeOptions withSafeguard(Safeguard other) {
        return new ExchangeOptions(
                endpoint, userAgent, requestTimeout, throttlePatience, readOnly, showOnly, trust, other);
    }

    public ExchangeOptions withRequestTimeout(Duration wallTime) {
        return new ExchangeOptions(
                endpoint, userAgent, wallTime, throttlePatience, readOnly, showOnly, trust, safeguard);
    }

    /**
     * The same, trusting other authorities.
     *
     * @throws IllegalArgumentException when the endpoint is not on this machine
     */
    public ExchangeOptions withTrust(SSLContext others) {
        return new ExchangeOptions(
                endpoint, userAgent, requestTimeout, throttlePatience, readOnly, showOnly, others, safeguard);
    }

    public ExchangeOptions withThrottlePatience(Duration serviceTime) {
        return new ExchangeOptions(
                endpoint, userAgent, requestTimeout, serviceTime, readOnly, showOnly, trust, safeguard);
    }
}
