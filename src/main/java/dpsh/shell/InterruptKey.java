package dpsh.shell;

import dpsh.view.Tone;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Terminal;

/**
 * Ctrl-C while no line is being typed: it interrupts what runs. Between a line and a command, where nothing does, it is not
 * lost: the command that would come next is not begun, or the next prompt takes it as pressed there.
 */
final class InterruptKey {
    private final Terminal terminal;
    private final TerminalScreen screen;
    private final LineRunner runner;
    private final InitFile init;
    private final CtrlC meaning;
    private final AtomicBoolean kept = new AtomicBoolean();
    private final Terminal.SignalHandler pressed = signal -> pressed();

    InterruptKey(Terminal terminal, TerminalScreen screen, LineRunner runner, InitFile init, CtrlC meaning) {
        this.terminal = terminal;
        this.screen = screen;
        this.runner = runner;
        this.init = init;
        this.meaning = meaning;
    }

    /** From now on it is heard here. @return who heard it before */
    Terminal.SignalHandler listen() {
        return SystemTerminal.hear(terminal, pressed);
    }

    /** Whether it was pressed where nothing ran; said once. */
    boolean wasPressedBetween() {
        return kept.getAndSet(false);
    }

    private void pressed() {
        boolean heard = init.interrupt();
        if (heard || runner.isBusy() && !runner.isLent() && !screen.isHeld() && !screen.isLive()) {
            beginLine();
        }
        if (runner.interrupt()) {
            if (meaning.atCommand()) {
                screen.err()
                        .println(screen.errInk()
                                .paint(
                                        "It does not heed Ctrl-C. Once more ends dpsh at once; what runs at the service goes on.",
                                        Tone.WARNING));
                screen.err().flush();
                SystemTerminal.endAtCtrlC(terminal);
            }
        } else if (!heard) {
            beginLine();
            kept.set(true);
        }
    }

    /** The terminal itself has shown ^C: what is said of it begins a line. A block is drawn over it. */
    private void beginLine() {
        screen.err().println();
        screen.err().flush();
    }
}
