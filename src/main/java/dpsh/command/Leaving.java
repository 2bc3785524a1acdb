package dpsh.command;

import dpsh.client.Service;
import dpsh.store.OperationRow;
import dpsh.store.RunRow;
import dpsh.store.RunState;
import dpsh.view.OperationView;
import dpsh.view.Tone;
import java.util.List;
import java.util.Locale;

/** The question on leaving while operations run: what goes on, and how to come back to it. */
final class Leaving {
    private static final int SHOWN = 8;
    private static final int RUNS = 20;

    private final Desk desk;
    private final Background background;

    Leaving(Desk desk, Background background) {
        this.desk = desk;
        this.background = background;
    }

    /**
     * Whether to leave. Nobody is asked where nothing runs, where there is nobody to ask, and where {@code --yes} answers.
     *
     * <pre>
     * 1 operation goes on:
     *   operation 5 (back up msdiskbackup) running: InProgress
     * It goes on at the service; `operation watch` comes back to it in a later dpsh.
     * Leave? [y/N]
     * </pre>
     */
    boolean confirmed() {
        List<OperationRow> left = background.left();
        if (!left.isEmpty()) {
            tell(left);
        }
        tellRuns();
        if (left.isEmpty() || desk.settings().yes()) {
            return true;
        }
        // Ctrl-D at the question, after Ctrl-D that led to it, leaves.
        String answer = desk.screen().ask("Leave? [y/N]");
        boolean leaves = answer == null || List.of("y", "yes").contains(answer.toLowerCase(Locale.ROOT));
        if (!leaves) {
            desk.note("You stay.", Tone.DIM);
        }
        return leaves;
    }

    private void tell(List<OperationRow> left) {
        boolean one = left.size() == 1;
        desk.note(left.size() + (one ? " operation goes on:" : " operations go on:"), Tone.WARNING);
        left.stream().limit(SHOWN).forEach(row -> desk.say(OperationView.running(row)));
        if (left.size() > SHOWN) {
            desk.note("  and " + (left.size() - SHOWN) + " more", Tone.DIM);
        }
        String them = one ? "it" : "them";
        desk.note(
                desk.session().profile().sandbox()
                        ? "The sandbox's world ends when you leave, and " + (one ? "it ends" : "they end") + " with it."
                        : (one ? "It goes" : "They go") + " on at the service; `operation watch` comes back to " + them
                                + " in a later dpsh.",
                Tone.DIM);
    }

    /** Runs that were interrupted in this process: nothing works on them. */
    private void tellRuns() {
        Service service = desk.session().connected();
        if (service == null || desk.session().profile().sandbox() || !background.isFollowing()) {
            return;
        }
        service.runs().list(service.world(), RUNS).stream()
                .filter(run -> run.state() == RunState.INTERRUPTED)
                .filter(run -> run.owner().pid() == ProcessHandle.current().pid())
                .forEach(run -> desk.note(words(run), Tone.DIM));
    }

    private static String words(RunRow run) {
        return "Run " + run.number() + " (" + run.title() + ") was interrupted; `runs resume " + run.number()
                + "` goes on with it in a later dpsh.";
    }
}
