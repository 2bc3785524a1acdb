package dpsh;

import dpsh.arm.DpshException;
import dpsh.arm.SubscriptionId;
import dpsh.client.Service;
import dpsh.command.Background;
import dpsh.command.CommandRunner;
import dpsh.command.Doors;
import dpsh.command.Follower;
import dpsh.command.Screen;
import dpsh.command.StartOptions;
import dpsh.session.Mode;
import dpsh.session.Notices;
import dpsh.session.Place;
import dpsh.session.PlaceNames;
import dpsh.session.Preference;
import dpsh.session.Revalidator;
import dpsh.session.SavedProfile;
import dpsh.session.ServiceChoice;
import dpsh.session.Session;
import dpsh.session.Settings;
import dpsh.shell.Standing;
import dpsh.view.Format;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * What one run of dpsh works with: the command language, and the engine and session behind it. Each is made when it is first
 * asked for, from any thread; closing it closes what was made.
 */
final class Work implements AutoCloseable {
    private final List<String> arguments;
    private final Surroundings surroundings;
    private final InputStream input;
    private final Map<String, String> environment;
    private final Notices notices;
    private volatile @Nullable PlainStart plain;
    private @Nullable Kept kept;
    private final Follower background =
            new Follower(this::connected, () -> kept().preferences().isOn(Preference.NOTICES));
    private final Revalidator revalidator = new Revalidator(this::stale, Clock.systemUTC());
    private @Nullable CommandRunner runner;
    private CommandRunner.@Nullable Start start;
    private volatile @Nullable Open open;

    /**
     * @param arguments the process's own; read when the first of its makings is asked for
     * @param input what commands read where a line says {@code -}
     * @param plain what a look at them told, or null when they must be parsed
     */
    Work(
            List<String> arguments,
            Surroundings surroundings,
            InputStream input,
            Notices notices,
            @Nullable PlainStart plain) {
        this.plain = plain;
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.input = input;
        this.environment = surroundings.environment();
        this.notices = notices;
    }

    private record Open(Engine engine, Session session) {}

    private synchronized CommandRunner runner() {
        CommandRunner made = runner;
        if (made == null) {
            made = new CommandRunner(
                    this::session,
                    new Doors(
                            (request, out) -> new SandboxService(environment).serve(request, out),
                            new LateEstates(),
                            new LateRunbooks(),
                            new LateExpressions(this::session),
                            background),
                    input);
            runner = made;
        }
        return made;
    }

    /** For help: the command language, without an engine behind it. */
    CommandLine model() {
        return runner().model();
    }

    /**
     * The arguments, parsed once. Their options are good until a line is parsed.
     *
     * @throws DpshException.Usage when they cannot be understood
     */
    synchronized CommandRunner.Start start() {
        CommandRunner.Start known = start;
        if (known == null) {
            known = runner().start(arguments);
            start = known;
        }
        return known;
    }

    /** What the arguments say of the start. */
    PlainStart said() {
        PlainStart seen = plain;
        if (seen == null) {
            seen = PlainStart.of(start().options());
            plain = seen;
        }
        return seen;
    }

    /** The command language with a session behind it. */
    CommandRunner commands() {
        open();
        return runner();
    }

    /**
     * What is kept beyond this run.
     *
     * @throws DpshException.Usage when the arguments cannot be understood
     */
    synchronized Kept kept() {
        Kept made = kept;
        if (made == null) {
            made = new Kept(said(), environment, notices);
            kept = made;
        }
        return made;
    }

    Engine engine() {
        return open().engine();
    }

    /** What goes on while nobody waits for it. */
    Background background() {
        return new Companions(background, revalidator);
    }

    /**
     * What Tab knows is brought up to date once a command has used the service; before that in the embedded sandbox, whose world
     * is new, and where an earlier session left something.
     */
    private Revalidator.@Nullable Target stale() {
        Session session = session();
        boolean left = session.profile().sandbox()
                || Files.exists(kept().home().database()) && !session.known().isEmpty();
        return session.connected() != null || left ? new Revalidator.Target(session.known(), session::service) : null;
    }

    private @Nullable Service connected() {
        Open made = open;
        return made == null ? null : made.session().connected();
    }

    /** Where the session stands, or will stand once there is one. */
    Standing standing() {
        Open made = open;
        if (made != null) {
            return standing(made.session());
        }
        SavedProfile saved = kept().profile();
        ServiceChoice service = service();
        Place place = service.isAt(saved.service()) ? saved.known() : null;
        Place known = place == null ? Place.NOWHERE : place;
        SubscriptionId subscription = known.subscription();
        return new Standing(
                Services.label(service),
                subscription == null || saved.subscriptionName() != null
                        ? saved.subscriptionName()
                        : subscription.value(),
                known.group(),
                known.vault() == null ? null : known.vault().name(),
                said().readOnly()
                        ? Mode.READ_ONLY
                        : kept().saved().protection().of(known).mode(),
                0);
    }

    /** The service that this run works with. */
    ServiceChoice service() {
        return said().service().over(kept().profile().service());
    }

    private Standing standing(Session session) {
        Place place = session.place();
        return new Standing(
                session.profile().label(),
                session.subscriptionName(),
                place.group(),
                place.vault() == null ? null : place.vault().name(),
                session.defaults().readOnly()
                        ? Mode.READ_ONLY
                        : session.ruling().mode(),
                background.running());
    }

    int tell(Exception failure, Screen screen) {
        return commands().tell(failure, screen);
    }

    private Session session() {
        return open().session();
    }

    /** @throws DpshException.Usage when the options contradict each other */
    private synchronized Open open() {
        Open made = open;
        if (made == null) {
            made = make();
            open = made;
        }
        return made;
    }

    private Open make() {
        CommandRunner.Start start = start();
        StartOptions options = start.options();
        Settings settings = options.settings();
        Format.of(settings.output());
        if (options.output() != null) {
            kept().preferences().set(Preference.OUTPUT, options.output());
        }
        PlaceNames place = options.startPlace();
        Engine engine = Engine.of(options, kept().profile(), kept().home(), surroundings, runner(), notices);
        Session session = engine.session(settings, kept().saved());
        standAtHome(session);
        if (!start.command() && !place.isEmpty()) {
            session.startAt(place);
        }
        return new Open(engine, session);
    }

    /** At the profile's place, if the session is at the profile's service: at once where it says IDs, later where names. */
    private static void standAtHome(Session session) {
        SavedProfile saved = session.profile().saved();
        if (!session.profile().isOwn() || saved.place().isEmpty()) {
            return;
        }
        Place known = saved.known();
        if (known == null) {
            session.startAt(saved.place());
            return;
        }
        session.beginAt(known);
        if (known.subscription() != null && saved.subscriptionName() != null) {
            session.name(known.subscription(), saved.subscriptionName());
        }
    }

    @Override
    public void close() {
        revalidator.close();
        background.close();
        Open made = open;
        if (made != null) {
            made.engine().close();
        }
    }
}
