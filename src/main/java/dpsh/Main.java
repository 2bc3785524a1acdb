package dpsh;

import dpsh.arm.DpshException;
import dpsh.backup.ErrorCatalog;
import dpsh.command.CommandRunner;
import dpsh.command.Screen;
import dpsh.command.StartOptions;
import dpsh.session.PlaceNames;
import dpsh.session.Session;
import dpsh.session.Settings;
import dpsh.shell.Batch;
import dpsh.shell.NoticeBoard;
import dpsh.shell.Shell;
import dpsh.shell.Standing;
import dpsh.shell.TerminalFacts;
import dpsh.store.Home;
import dpsh.view.Format;
import dpsh.view.Sentences;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The composition root: from the process's arguments to a session, and from its end to an exit code. The only place that knows
 * every room.
 */
public final class Main {
    private static final Sentences SENTENCES = new Sentences(ErrorCatalog.load());

    private final List<String> arguments;
    private final Map<String, String> environment;
    private final Batch.Streams streams;
    private final TerminalFacts facts;
    private final NoticeBoard notices;
    private @Nullable Session session;

    private Main(List<String> arguments, Map<String, String> environment, Batch.Streams streams, TerminalFacts facts) {
        this.arguments = arguments;
        this.environment = environment;
        this.streams = streams;
        this.facts = facts;
        this.notices = new NoticeBoard(text -> new PrintStream(streams.err(), true).println(text));
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv(), System.in, System.out, System.err));
    }

    /** Runs dpsh on these streams and returns its exit code; what a test calls in place of a process. */
    static int run(
            String[] arguments, Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
        TerminalFacts facts = TerminalFacts.of(System::getProperty, environment);
        return new Main(Arrays.asList(arguments), environment, new Batch.Streams(in, out, err), facts).run();
    }

    private int run() {
        CommandRunner commands = new CommandRunner(this::session, new SandboxService(), streams.in());
        Batch batch = new Batch(() -> commands, commands::tell, streams, facts);
        try {
            CommandRunner.Start start = commands.start(arguments);
            if (start.version()) {
                return say(batch.screen(), Version.line());
            }
            if (start.help() && !start.command()) {
                return say(batch.screen(), commands.model().getUsageMessage().stripTrailing());
            }
            return serve(commands, batch, start);
        } catch (DpshException e) {
            SENTENCES.say(e).print(format(arguments), batch.screen().page());
            batch.screen().err().flush();
            return SENTENCES.say(e).exitCode().number();
        }
    }

    private int serve(CommandRunner commands, Batch batch, CommandRunner.Start start) {
        StartOptions options = start.options();
        Home home = Home.of(options.home(), environment);
        Settings settings = options.settings();
        Format.of(settings.output());
        PlaceNames place = options.startPlace();
        boolean keepGoing = options.keepGoing();
        List<String> lines = options.lines();
        try (Engine engine = Engine.of(options, home, environment, commands, notices)) {
            session = engine.session(settings);
            if (!start.command()) {
                session.startAt(place);
            }
            int code;
            if (start.command()) {
                code = new Batch(() -> new StartCommands(commands), commands::tell, streams, facts).run(arguments);
            } else if (!lines.isEmpty()) {
                code = batch.run(lines, keepGoing);
            } else if (facts.interactive()) {
                code = interactive(commands, engine, home);
            } else {
                code = batch.run(streams.in(), keepGoing);
            }
            return code;
        }
    }

    private int interactive(CommandRunner commands, Engine engine, Home home) {
        Session here = session();
        Shell.Setup setup = new Shell.Setup(
                () -> commands, () -> standing(here), engine.known(), commands::tell, notices, home.history());
        return Shell.run(setup, facts);
    }

    private static Standing standing(Session session) {
        return new Standing(
                session.profile().label(),
                session.subscriptionName(),
                session.place().group(),
                session.place().vault() == null ? null : session.place().vault().name());
    }

    private Session session() {
        if (session == null) {
            throw new IllegalStateException("no session yet");
        }
        return session;
    }

    private static int say(Screen screen, String text) {
        screen.out().println(text);
        screen.out().flush();
        return 0;
    }

    /** The format of an error that comes before the arguments are understood. */
    private static Format format(List<String> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).equals("-o") || arguments.get(i).equals("--output")) {
                String word = arguments.get(i + 1);
                return word.startsWith("json") ? Format.of(word.equals("jsonl") ? "jsonl" : "json") : Format.TABLE;
            }
        }
        return Format.TABLE;
    }
}
