package dpsh;

import dpsh.arm.DpshException;
import dpsh.arm.ScaledClock;
import dpsh.arm.ServiceClock;
import dpsh.client.ApiVersions;
import dpsh.client.Connection;
import dpsh.client.OperationLedger;
import dpsh.client.Service;
import dpsh.client.TokenSignIn;
import dpsh.command.CommandRunner;
import dpsh.command.StartOptions;
import dpsh.rest.ArmExchange;
import dpsh.rest.AzureTokens;
import dpsh.rest.Cloud;
import dpsh.rest.ExchangeCollaborators;
import dpsh.rest.ExchangeOptions;
import dpsh.rest.Origin;
import dpsh.rest.SandboxTokens;
import dpsh.rest.SignIn;
import dpsh.rest.TokenSource;
import dpsh.rest.Trace;
import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxOptions;
import dpsh.session.DurationValues;
import dpsh.session.KnownIndex;
import dpsh.session.KnownValues;
import dpsh.session.LedgerValues;
import dpsh.session.Notices;
import dpsh.session.Profile;
import dpsh.session.Saved;
import dpsh.session.SavedProfile;
import dpsh.session.SavedValues;
import dpsh.session.Session;
import dpsh.session.Settings;
import dpsh.store.Home;
import dpsh.store.KnownResources;
import dpsh.store.LocalDatabase;
import dpsh.store.OperationLog;
import dpsh.store.RunLog;
import dpsh.view.RequestText;
import dpsh.wire.ErrorJson;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One service and all that talks to it. Nothing is opened, bound or sent before the session first asks for its service;
 * closing it closes whatever was opened.
 */
final class Engine implements AutoCloseable {
    static final double SANDBOX_SPEED = 60;

    private final Cloud cloud;
    private final double speed;
    private final boolean trace;
    private final @Nullable Path estate;
    private final Path authority;
    private final Surroundings surroundings;
    private final CommandRunner commands;
    private final Notices notices;
    private final LocalDatabase database;
    private final Profile profile;
    private final KnownIndex known;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private @Nullable Session session;

    private Engine(
            StartOptions options,
            Home home,
            Surroundings surroundings,
            CommandRunner commands,
            Notices notices,
            Profile profile) {
        // Taken now: every line that is parsed later sets the options anew.
        this.cloud = Services.cloud(profile.service());
        Double chosen = profile.service().speed();
        this.speed = chosen == null ? (profile.sandbox() ? SANDBOX_SPEED : 1) : chosen;
        this.trace = options.trace();
        this.estate = options.estate();
        this.surroundings = surroundings;
        this.commands = commands;
        this.notices = notices;
        this.profile = profile;
        this.authority = home.sandboxAuthority();
        this.database = new LocalDatabase(home, Clock.systemUTC());
        this.known = new KnownIndex(new KnownResources(database), profile.index(), Clock.systemUTC(), notices::show);
    }

    /** @throws DpshException.Usage when the options contradict each other */
    static Engine of(
            StartOptions options,
            SavedProfile saved,
            Home home,
            Surroundings surroundings,
            CommandRunner commands,
            Notices notices) {
        Profile profile = Services.profile(saved, options.service().over(saved.service()));
        return new Engine(options, home, surroundings, commands, notices, profile);
    }

    Session session(Settings settings, Saved saved) {
        session = new Session(profile, this::connect, known, settings, saved);
        return session;
    }

    /** What Tab offers in the session. */
    KnownValues values() {
        Clock clock = Clock.systemUTC();
        return KnownValues.of(List.of(
                known.values(() -> session().place()),
                new SavedValues(session().saved()),
                new DurationValues(),
                new LedgerValues(
                        new OperationLog(database, clock), new RunLog(database, clock), profile.world(), clock)));
    }

    private Service connect() {
        ServiceClock clock;
        Origin origin;
        if (profile.sandbox()) {
            Sandbox sandbox = sandbox();
            opened.add(sandbox);
            clock = new SandboxTime(sandbox.clock());
            origin = Origin.parse(sandbox.endpoint().toString());
        } else {
            Services.checkSandbox(profile.service(), estate);
            clock = new ScaledClock(speed);
            origin = Origin.parse(profile.endpoint());
        }
        OperationLog log = new OperationLog(database, Clock.systemUTC());
        TokenSource tokens = tokens(origin);
        Session here = session();
        ArmExchange exchange = new ArmExchange(
                requests(origin)
                        .withGates(() -> here.current().readOnly(), () -> here.current()
                                .showRequest())
                        .withSafeguard(commands::guard),
                new ExchangeCollaborators(
                        tokens,
                        new OperationLedger(log, profile.world(), clock),
                        clock,
                        ErrorJson::read,
                        request -> commands.shown(new RequestText(
                                request.verb().name(), absolute(origin, request.url()), request.body())),
                        notices::show,
                        trace ? new Trace(notices::show) : null));
        opened.add(exchange);
        return Connection.over(
                exchange,
                new ApiVersions(profile.apiVersion()),
                log,
                new RunLog(database, Clock.systemUTC()),
                profile.world(),
                clock,
                signIn(tokens));
    }

    private Sandbox sandbox() {
        SandboxOptions given = surroundings.sandbox();
        SandboxOptions options = (given == null ? SandboxOptions.inProcess() : given).withSpeed(speed);
        if (estate == null) {
            return Sandbox.start(options);
        }
        return EstateService.start(options, estate);
    }

    /** A session that is given a few seconds does not wait longer than that for a single answer. */
    private ExchangeOptions requests(Origin origin) {
        ExchangeOptions usual = ExchangeOptions.of(origin, "dpsh/" + Version.number());
        Duration chosen = session().defaults().timeout();
        if (origin.loopback() && origin.secure()) {
            SSLContext trust = LoopbackTrust.of(authority);
            usual = trust == null ? usual : usual.withTrust(trust);
        }
        boolean shorter = chosen != null && chosen.compareTo(usual.requestTimeout()) < 0;
        return shorter ? usual.withRequestTimeout(chosen) : usual;
    }

    private static String absolute(Origin origin, String url) {
        return url.startsWith("/") ? origin + url : url;
    }

    /** An endpoint on this machine gets a made-up token, never a real one. */
    private TokenSource tokens(Origin origin) {
        if (origin.loopback()) {
            return new SandboxTokens(Clock.systemUTC());
        }
        AzureTokens tokens = AzureTokens.of(cloud, surroundings.environment(), notices::show);
        opened.add(tokens);
        return tokens;
    }

    private static TokenSignIn signIn(TokenSource tokens) {
        if (!(tokens instanceof AzureTokens azure)) {
            return new TokenSignIn(tokens, List.of(), (method, prompt) -> tokens.token(false));
        }
        return new TokenSignIn(
                tokens,
                Arrays.stream(SignIn.values()).map(Engine::word).toList(),
                (method, prompt) -> azure.login(Arrays.stream(SignIn.values())
                        .filter(way -> word(way).equals(method))
                        .findFirst()
                        .orElseThrow()));
    }

    private static String word(SignIn way) {
        return way == SignIn.AZ ? "az" : way.words().replace(' ', '-');
    }

    private Session session() {
        if (session == null) {
            throw new IllegalStateException("no session yet");
        }
        return session;
    }

    @Override
    public void close() {
        for (int i = opened.size() - 1; i >= 0; i--) {
            try {
                opened.get(i).close();
            } catch (Exception e) {
                // Closing is the last thing that happens: what cannot be closed ends with the process.
                notices.show("while leaving: " + e.getMessage());
            }
        }
        database.close();
    }
}
