package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tour on its way: says what comes, waits for Enter, has the line carried out, says what was seen. */
final class Tour implements FollowUp {
    private static final Set<String> LEAVING = Set.of("q", "quit", "exit");
    private static final Set<String> SKIPPING = Set.of("s", "skip", "n", "next");

    private final List<TourStep> steps;
    private final Screen screen;
    private final boolean waits;
    private final @Nullable String standing;
    private int at;
    private boolean own;
    private boolean begun;
    private boolean stood;
    private boolean answered;
    private int code;

    /**
     * @param from the first step, from 0
     * @param standing a line to carry out first, or null
     * @param waits whether to wait for Enter before each line
     */
    Tour(List<TourStep> steps, int from, @Nullable String standing, Screen screen, boolean waits) {
        this.steps = steps;
        this.at = from;
        this.standing = standing;
        this.screen = screen;
        this.waits = waits;
    }

    @Override
    public @Nullable String next(@Nullable Integer ended) {
        if (ended != null && ended == ExitCode.INTERRUPTED.number()) {
            code = ended;
            return left();
        }
        if (standing != null && !stood) {
            stood = true;
            say("First, where the tour stands:", Tone.PLAIN);
            return shown(standing);
        }
        if (begun && ended != null && !own) {
            after(ended);
            at++;
            begun = false;
        }
        while (at < steps.size()) {
            TourStep step = steps.get(at);
            if (!begun) {
                before(step);
            }
            if (!begun || own) {
                shown(step.line());
            }
            begun = true;
            own = false;
            String typed = waits ? asked() : "";
            String word = typed.toLowerCase(Locale.ROOT);
            if (typed.isEmpty() || typed.equals(step.line())) {
                return step.line();
            }
            if (LEAVING.contains(word)) {
                return left();
            }
            if (!SKIPPING.contains(word)) {
                own = true;
                return typed;
            }
            at++;
            begun = false;
        }
        end();
        return null;
    }

    @Override
    public int code() {
        return code;
    }

    private String asked() {
        String typed;
        try {
            typed = screen.ask("Enter runs it, s skips it, q leaves; or type a line of your own:");
        } catch (DpshException.Interrupted e) {
            return "q";
        }
        if (typed == null && !answered) {
            throw new DpshException.Usage(
                    "the tour waits for Enter, and there is nobody to press it",
                    null,
                    "with --yes it runs through by itself");
        }
        answered = true;
        return typed == null ? "q" : typed;
    }

    private void before(TourStep step) {
        say("", Tone.PLAIN);
        say((at + 1) + " of " + steps.size() + "  " + step.title(), Tone.HEADING);
        step.before().forEach(line -> say(line, Tone.PLAIN));
    }

    private String shown(String line) {
        say("  " + HelpTopics.PROMPT + line, Tone.GOOD);
        return line;
    }

    private void after(int ended) {
        TourStep step = steps.get(at);
        if (ended == step.code()) {
            step.after().forEach(line -> say(line, Tone.PLAIN));
        } else {
            say(
                    "It ended otherwise than a first tour has it (exit code " + ended + " in place of " + step.code()
                            + "); what you did before may be why.",
                    Tone.WARNING);
        }
    }

    private @Nullable String left() {
        say("The tour goes on with `tour " + (at + 1) + "`.", Tone.DIM);
        return null;
    }

    private void end() {
        say("", Tone.PLAIN);
        say("That was the tour. From here:", Tone.HEADING);
        say("  protect blob msblobbackup --policy BlobBackup-Policy --grant", Tone.GOOD);
        say("  help topics         what else there is: many at once, runbooks, watching", Tone.PLAIN);
        say("  exit                against Azure the same, without --sandbox: vault list", Tone.PLAIN);
    }

    private void say(String text, Tone tone) {
        screen.out().flush();
        screen.err().println(screen.errInk().paint(text, tone));
        screen.err().flush();
    }
}
