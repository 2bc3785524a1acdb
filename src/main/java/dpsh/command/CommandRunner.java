package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.ErrorCatalog;
import dpsh.session.Session;
import dpsh.view.ExitCode;
import dpsh.view.Format;
import dpsh.view.OutcomeView;
import dpsh.view.RequestText;
import dpsh.view.Said;
import dpsh.view.Sentences;
import dpsh.view.ValueView;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Parses a line, carries it out, and says what went wrong. The one place where a command's end becomes an exit code. */
public final class CommandRunner implements Commands {
    private final Supplier<Session> session;
    private final StartOptions options = new StartOptions();
    private final Expressions expressions;
    private final Sentences sentences;
    private final Desk desk;
    private final CommandLine line;
    private final Stopwatch stopwatch;
    private final ShellSeat seat = new ShellSeat();
    private boolean started;
    private boolean trace;
    private @Nullable String running;

    /**
     * @param session asked when the first line runs, not before
     * @param doors what is loaded when a command first needs it
     * @param input the process's standard input, for {@code --body -}
     */
    public CommandRunner(Supplier<Session> session, Doors doors, InputStream input) {
        this.session = session;
        this.expressions = doors.expressions();
        ErrorCatalog catalog = ErrorCatalog.load();
        this.sentences = new Sentences(catalog);
        this.stopwatch = new Stopwatch(session);
        this.desk = new Desk(session, options, sentences, input);
        CommandFactory factory = new CommandFactory(Map.ofEntries(
                Map.entry(Desk.class, desk),
                Map.entry(SandboxServer.class, doors.server()),
                Map.entry(EstateFiles.class, doors.estates()),
                Map.entry(Runbooks.class, doors.runbooks()),
                Map.entry(Expressions.class, doors.expressions()),
                Map.entry(Background.class, doors.background()),
                Map.entry(InnerLines.class, new InnerLines(this, desk, options)),
                Map.entry(ShellSeat.class, seat),
                Map.entry(ValueView.class, new ValueView(catalog)),
                Map.entry(ErrorCatalog.class, catalog),
                Map.entry(OutcomeView.class, new OutcomeView(catalog)),
                Map.entry(Sentences.class, sentences)));
        // Else picocli loads Groovy to see whether an annotation holds a closure (law 8).
        System.setProperty("picocli.disable.closures", "true");
        this.line = new CommandLine(new DpshCommand(options), factory)
                .registerConverter(Duration.class, new Durations())
                .registerConverter(Path.class, new LocalPaths())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setOverwrittenOptionsAllowed(true)
                .setExpandAtFiles(false)
                .setAllowSubcommandsAsOptionParameters(true)
                .setUsageHelpLongOptionsMaxWidth(26)
                .setUsageHelpWidth(80);
        // An expression may begin with a minus, and a pasted message may hold one.
        for (String free : List.of(EvaluateCommand.NAME, "explain")) {
            line.getSubcommands().get(free).getCommandSpec().parser().unmatchedOptionsArePositionalParams(true);
        }
        Usages.shape(line);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, FirstScreen::commands);
        for (String takesTheRest : List.of("run", "watch", "alias")) {
            line.getSubcommands().get(takesTheRest).setStopAtPositional(true);
        }
    }

    @Override
    public CommandLine model() {
        return line;
    }

    /**
     * Reads the process's own arguments, and says nothing.
     *
     * @throws DpshException.Usage when they cannot be understood
     */
    public Start start(List<String> arguments) {
        try {
            ParseResult parsed = line.parseArgs(arguments.toArray(String[]::new));
            ParseResult last = last(parsed);
            trace = options.trace();
            return new Start(
                    options, parsed.hasSubcommand(), last.isUsageHelpRequested(), last.isVersionHelpRequested());
        } catch (ParameterException e) {
            throw Usages.explained(e, Usages.names(line));
        }
    }

    /**
     * What the process was started with.
     *
     * @param command whether a command stands among the arguments
     */
    public record Start(StartOptions options, boolean command, boolean help, boolean version) {}

    /** Carries out the process's own arguments, where the options that choose the service are in place. */
    public int runStart(List<String> arguments, Screen screen) {
        started = true;
        try {
            return run(arguments, screen);
        } finally {
            started = false;
        }
    }

    @Override
    public void attach(ShellLines shell) {
        seat.take(shell);
    }

    @Override
    public Map<String, String> aliases() {
        return session.get().saved().aliases().all();
    }

    @Override
    public Set<String> beginnings() {
        Set<String> words = new LinkedHashSet<>(Usages.names(line));
        if (seat.isPrompt()) {
            words.addAll(aliases().keySet());
        }
        return words;
    }

    @Override
    public Expressions expressions() {
        return expressions;
    }

    @Override
    public @Nullable String took(Duration length) {
        return stopwatch.took(length);
    }

    @Override
    public @Nullable Integer leaving() {
        return session.get().leaving();
    }

    @Override
    public @Nullable FollowUp following() {
        return desk.following();
    }

    /** A request that {@code --show-request} kept from being sent. */
    public void shown(RequestText request) {
        desk.showing().shown(request);
    }

    /**
     * Asks or refuses before something is changed, see {@link Guard}; for the transport.
     *
     * @param what what is to be changed, as a clause
     */
    public void guard(String what, Set<ResourceId> concerned) {
        desk.guard().check(what, concerned);
    }

    @Override
    public int run(List<String> words, Screen screen) {
        String around = running;
        running = QuotedWords.line(words);
        try {
            return perform(words, screen).number();
        } catch (ParameterException e) {
            return tell(Usages.explained(e, beginnings()), screen);
        } catch (ReaderGone e) {
            return ExitCode.DONE.number();
        } catch (Exception e) {
            // Whatever a command lets out is told as a sentence; a defect too, with its root cause.
            return tell(e, screen);
        } finally {
            running = around;
            screen.out().flush();
            screen.err().flush();
        }
    }

    private ExitCode perform(List<String> words, Screen screen) throws Exception {
        ParseResult parsed = line.parseArgs(words.toArray(String[]::new));
        ParseResult last = last(parsed);
        CommandLine command = last.commandSpec().commandLine();
        if (last.isUsageHelpRequested()) {
            String own = command.getCommand() instanceof OwnHelp helpful ? helpful.help() : null;
            String text = own == null ? command.getUsageMessage() : own;
            screen.result(page -> page.out().print(text));
            return ExitCode.DONE;
        }
        String misplaced = started ? null : options.misplaced();
        if (misplaced != null) {
            throw new DpshException.Usage(
                    misplaced + " belongs to the start of dpsh", "a session keeps the service it began with", null);
        }
        session.get().begin(options.over(session.get().defaults()));
        session.get().carriesOut(running);
        desk.begin(screen);
        if (!(command.getCommand() instanceof Callable<?> callable)) {
            throw Usages.incomplete(command);
        }
        try {
            return callable.call() instanceof ExitCode exit ? exit : ExitCode.DONE;
        } finally {
            desk.end();
        }
    }

    /** Says an error in the line's format; the way to say what goes wrong outside of a command, too. */
    public int tell(Throwable error, Screen screen) {
        Said said = sentences.say(error);
        said.print(format(), screen.page());
        screen.err().flush();
        session.get().carriesOut(running);
        session.get().failed(error);
        if (trace) {
            Usages.trace(error, screen.err());
        }
        return said.exitCode().number();
    }

    private Format format() {
        String word = options.output == null ? session.get().defaults().output() : options.output;
        try {
            return Format.of(word);
        } catch (DpshException.Usage unknown) {
            return Format.TABLE;
        }
    }

    static ParseResult last(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last;
    }
}
