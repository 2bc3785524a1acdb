package dpsh;

import dpsh.arm.DpshException;
import dpsh.backup.ErrorCatalog;
import dpsh.command.CommandRunner;
import dpsh.command.Screen;
import dpsh.session.KnownValues;
import dpsh.session.ServiceChoice;
import dpsh.shell.Batch;
import dpsh.shell.Greeting;
import dpsh.shell.NoticeBoard;
import dpsh.shell.Shell;
import dpsh.shell.TerminalFacts;
import dpsh.view.Format;
import dpsh.view.Said;
import dpsh.view.Sentences;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The composition root: from the process's arguments to a session, and from its end to an exit code. The only place that knows
 * every room.
 */
public final class Main {
    private final List<String> arguments;
    private final Surroundings surroundings;
    private final Batch.Streams streams;
    private final TerminalFacts facts;
    private final NoticeBoard notices;
    private final StandardInput input;

    private Main(List<String> arguments, Surroundings surroundings) {
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.streams = surroundings.streams();
        this.facts = surroundings.facts();
        this.notices = new NoticeBoard(text -> new PrintStream(streams.err(), true).println(text));
        this.input = new StandardInput(streams.in());
    }

    private static final Pattern OUTPUT = Pattern.compile("(?:^| )(?:-o[ =]?|--output[ =])(jsonl?)(?= |$)");

    /** Shows a prompt until the operator leaves, and returns the exit code. */
    interface Prompter {
        int run(Shell.Setup setup, TerminalFacts facts);
    }

    public static void main(String[] arguments) {
        // Otherwise picocli loads Groovy's closures, and with them half of Groovy, to see whether an annotation holds
        // one.
        System.setProperty("picocli.disable.closures", "true");
        Batch.Streams streams = new Batch.Streams(System.in, System.out, System.err, true);
        TerminalFacts facts = TerminalFacts.of(System::getProperty, System.getenv());
        System.exit(run(Arrays.asList(arguments), Surroundings.of(System.getenv(), streams, facts), Shell::run));
    }

    /** Runs dpsh and returns its exit code; what a test calls in place of a process. */
    static int run(List<String> arguments, Surroundings surroundings, Prompter prompter) {
        return new Main(arguments, surroundings).run(prompter);
    }

    private int run(Prompter prompter) {
        if (arguments.equals(List.of("--version"))) {
            return say(screen(), Version.line());
        }
        PlainStart plain = facts.interactive() ? PlainStart.of(arguments) : null;
        try (Work work = new Work(arguments, surroundings, input, notices, plain)) {
            return plain == null ? parsed(work, prompter) : prompt(work, prompter);
        } catch (DpshException e) {
            Said said = new Sentences(ErrorCatalog.load()).say(e);
            Screen screen = screen();
            said.print(format(arguments), screen.page());
            screen.err().flush();
            return said.exitCode().number();
        }
    }

    /** The prompt; what cannot be right is refused before it. */
    private int prompt(Work work, Prompter prompter) {
        Services.check(work.service(), work.said().estate());
        input.takenBecause("at the prompt, what is typed are lines");
        return prompter.run(
                new Shell.Setup(
                        work::commands,
                        work::standing,
                        KnownValues.late(() -> work.engine().values()),
                        work.kept().recalled(),
                        work::tell,
                        notices,
                        work.kept().home().history(work.kept().profile().name()),
                        greeting(work),
                        work.background(),
                        work.kept().init()),
                facts);
    }

    private static Greeting greeting(Work work) {
        ServiceChoice service = work.service();
        Double speed = service.speed();
        Greetings.Stand stand = new Greetings.Stand(work.standing(), work.said().place());
        if (service.sandbox()) {
            return Greetings.sandbox(
                    speed == null ? Engine.SANDBOX_SPEED : speed, work.said().estate(), stand);
        }
        String profile = work.kept().profile().name();
        boolean first =
                service.endpoint() == null && !Files.exists(work.kept().home().history(profile));
        return Greetings.service(Services.label(service), profile, first, stand);
    }

    private int parsed(Work work, Prompter prompter) {
        CommandRunner.Start start = work.start();
        if (start.version()) {
            return say(screen(), Version.line());
        }
        if (start.help() && !start.command()) {
            return say(screen(), work.model().getUsageMessage().stripTrailing());
        }
        boolean keepGoing = start.options().keepGoing();
        List<String> lines = start.options().lines();
        work.engine();
        if (start.command()) {
            return new Batch(() -> new StartCommands(work.commands()), work::tell, streams, facts).run(arguments);
        }
        if (lines.isEmpty() && facts.interactive()) {
            return prompt(work, prompter);
        }
        Batch batch = new Batch(work::commands, work::tell, streams, facts);
        if (!lines.isEmpty()) {
            return batch.run(lines, keepGoing);
        }
        input.takenBecause("the lines of this session come from standard input");
        return batch.run(streams.in(), keepGoing);
    }

    private Screen screen() {
        return Batch.screen(streams, facts);
    }

    private static int say(Screen screen, String text) {
        screen.out().println(text);
        screen.out().flush();
        return 0;
    }

    /** The format of an error that comes before the arguments are understood: {@code -o json}, {@code -ojson} and the like. */
    private static Format format(List<String> arguments) {
        Matcher output = OUTPUT.matcher(String.join(" ", arguments));
        return output.find() ? Format.of(output.group(1)) : Format.TABLE;
    }
}
