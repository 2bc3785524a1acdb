package dpsh.rest;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import dpsh.arm.DpshException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Real tokens, from the first of {@link SignIn}'s ways that is set up here; a way that asks somebody is used only after
 * {@link #login}. A service principal or federation that is set up and refused ends the search: nobody wants to go on as
 * somebody else. The way that worked is kept, so that a session does not change its identity.
 *
 * <p>Tokens live in memory, until five minutes before they expire. Thread safe.
 */
public final class AzureTokens implements TokenSource, AutoCloseable {
    private static final Duration MARGIN = Duration.ofMinutes(5);
    /** A refused token that is younger than this will not get better by being fetched again. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final InetSocketAddress METADATA = new InetSocketAddress("169.254.169.254", 80);
    private static final int METADATA_WAIT_MILLIS = 500;
    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(30);

    private final String scope;
    private final List<Way> ways;
    private final List<String> secrets;
    private final Clock clock;
    private final @Nullable HttpStack stack;

    private @Nullable Way chosen;
    private @Nullable TokenCredential credential;
    private volatile @Nullable Token cached;
    private Instant fetched = Instant.EPOCH;

    /**
     * @param environment the environment's variables
     * @param prompt gets what the operator is to do to sign in by device code or browser
     */
    public static AzureTokens of(Cloud cloud, Map<String, String> environment, Consumer<String> prompt) {
        HttpStack stack = new HttpStack(HTTP_TIMEOUT, false, null);
        List<Way> ways = new AzureWays(cloud, environment, stack, prompt, AzureTokens::onAzure).all();
        List<String> secrets = new ArrayList<>();
        for (String name : List.of("AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PASSWORD")) {
            if (environment.containsKey(name)) {
                secrets.add(environment.get(name));
            }
        }
        return new AzureTokens(cloud.scope(), ways, secrets, Clock.systemUTC(), stack);
    }

    /** @param secrets texts that no sentence may hold */
    AzureTokens(String scope, List<Way> ways, List<String> secrets, Clock clock, @Nullable HttpStack stack) {
        this.scope = scope;
        this.ways = List.copyOf(ways);
        this.secrets = List.copyOf(secrets);
        this.clock = clock;
        this.stack = stack;
    }

    private static boolean onAzure() {
        try (Socket socket = new Socket()) {
            socket.connect(METADATA, METADATA_WAIT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public synchronized Token token(boolean renew) {
        Instant now = clock.instant();
        Token known = cached;
        if (known != null) {
            boolean lasts = now.isBefore(known.expires().minus(MARGIN));
            boolean fresh = now.isBefore(fetched.plus(FRESH));
            if (lasts && (!renew || fresh)) {
                return known;
            }
        }
        cached = null;
        return chosen == null ? search() : from(chosen);
    }

    @Override
    public synchronized boolean silent() {
        Token known = cached;
        return chosen == null
                || !chosen.signIn().interactive()
                || known != null && clock.instant().isBefore(known.expires().minus(MARGIN));
    }

    /** Who is signed in already; null when nobody has been asked yet. Never waits. */
    public @Nullable Token current() {
        return cached;
    }

    /**
     * Signs in this one way and stays with it. Device code and browser last for this process only.
     *
     * @throws DpshException.NotAllowed when it does not work, with the reason
     * @throws DpshException.Interrupted when interrupted while somebody is asked; the sign-in before it is gone
     */
    public synchronized Token login(SignIn signIn) {
        cached = null;
        credential = null;
        chosen = null;
        for (Way way : ways) {
            if (way.signIn() == signIn) {
                Token token = from(way);
                chosen = way;
                return token;
            }
        }
        throw new IllegalArgumentException("no such way: " + signIn);
    }

    private Token search() {
        List<String> reasons = new ArrayList<>();
        for (Way way : ways) {
            if (way.signIn().interactive()) {
                continue;
            }
            try {
                Token token = fetch(way);
                chosen = way;
                return token;
            } catch (Way.Unavailable e) {
                reasons.add(way.signIn().words() + ": " + e.getMessage());
            } catch (DpshException e) {
                throw e;
            } catch (RuntimeException e) {
                // azure-identity throws its own, msal4j's and reactor's exceptions, without a common ancestor
                reasons.add(way.signIn().words() + ": " + reason(e));
                if (way.signIn() == SignIn.ENVIRONMENT || way.signIn() == SignIn.WORKLOAD_IDENTITY) {
                    throw nobody(reasons, "correct the AZURE_... variables, or unset them to sign in otherwise");
                }
            }
        }
        throw nobody(reasons, "`az login`, then the same command again; in the shell `login --device-code` works too");
    }

    private Token from(Way way) {
        try {
            return fetch(way);
        } catch (Way.Unavailable e) {
            throw nobody(List.of(way.signIn().words() + ": " + e.getMessage()), "`login` lists the other ways");
        } catch (DpshException e) {
            throw e;
        } catch (RuntimeException e) {
            // as above: no common ancestor
            throw nobody(List.of(way.signIn().words() + ": " + reason(e)), "`login` signs in again");
        }
    }

    private static DpshException.NotAllowed nobody(List<String> reasons, String next) {
        return new DpshException.NotAllowed("nobody is signed in", String.join("; ", reasons), next, null);
    }

    private Token fetch(Way way) throws Way.Unavailable {
        AccessToken token;
        try {
            // an interactive credential is kept: it holds the sign-in; the others are made anew, without their caches
            if (credential == null || !way.signIn().interactive()) {
                credential = way.credential();
            }
            token = credential.getTokenSync(new TokenRequestContext().addScopes(scope));
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (RuntimeException e) {
            // see Failures: an interrupt comes wrapped, with the flag cleared or not
            if (Failures.isInterrupt(e)) {
                Thread.interrupted();
                throw interrupted();
            }
            throw e;
        }
        Claims claims = Claims.of(token.getToken());
        fetched = clock.instant();
        Token made = new Token(
                token.getToken(),
                token.getExpiresAt().toInstant(),
                way.signIn().words(),
                claims.account(),
                claims.objectId(),
                claims.tenant());
        cached = made;
        return made;
    }

    private static DpshException.Interrupted interrupted() {
        return new DpshException.Interrupted("signing in was interrupted", "`login` begins again");
    }

    /** What azure-identity says, on one line and without secrets. */
    private String reason(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        for (String secret : secrets) {
            if (!secret.isEmpty()) {
                message = message.replace(secret, "...");
            }
        }
        return Plain.text(message, 300);
    }

    @Override
    public void close() {
        if (stack != null) {
            stack.close();
        }
    }
}
