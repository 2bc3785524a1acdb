package dpsh.shell;

import dpsh.arm.DpshException;
import dpsh.command.FullScreen;
import dpsh.command.FullView;
import dpsh.command.Key;
import dpsh.view.Cell;
import dpsh.view.Ink;
import java.io.IOError;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/** The alternate screen of a terminal, in raw mode: Ctrl-C is a key there. Drawn four times a second and behind each key. */
final class TerminalFullScreen implements FullScreen {
    private static final long PAUSE_MILLIS = 250;

    /** How long the rest of an arrow key may take behind its ESC. */
    private static final long ESCAPE_MILLIS = 60;

    private static final Map<Key, List<String>> SEQUENCES = Map.of(
            Key.UP, List.of("\u001b[A", "\u001bOA"),
            Key.DOWN, List.of("\u001b[B", "\u001bOB"),
            Key.PAGE_UP, List.of("\u001b[5~"),
            Key.PAGE_DOWN, List.of("\u001b[6~"),
            Key.HOME, List.of("\u001b[H", "\u001bOH", "\u001b[1~"),
            Key.END, List.of("\u001b[F", "\u001bOF", "\u001b[4~"),
            Key.ENTER, List.of("\r", "\n"),
            Key.ESCAPE, List.of("\u001b"),
            Key.BACKSPACE, List.of("\u007f", "\b"),
            Key.BREAK, List.of("\u0003", "\u0004"));

    /** Stands for a key that is a text. */
    private static final Object TEXT = new Object();

    private final Terminal terminal;
    private final Ink ink;

    TerminalFullScreen(Terminal terminal, Ink ink) {
        this.terminal = terminal;
        this.ink = ink;
    }

    @Override
    public void show(FullView view) {
        Attributes before = terminal.enterRawMode();
        try {
            Attributes raw = terminal.getAttributes();
            raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
            terminal.setAttributes(raw);
            terminal.puts(Capability.enter_ca_mode);
            terminal.puts(Capability.keypad_xmit);
            terminal.puts(Capability.cursor_invisible);
            drawAndRead(view);
        } finally {
            terminal.puts(Capability.cursor_visible);
            terminal.puts(Capability.keypad_local);
            terminal.puts(Capability.exit_ca_mode);
            terminal.flush();
            terminal.setAttributes(before);
        }
    }

    private void drawAndRead(FullView view) {
        Display display = new Display(terminal, true);
        BindingReader keys = new BindingReader(terminal.reader());
        KeyMap<Object> bound = bound();
        Size size = null;
        while (!view.isDone()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new DpshException.Interrupted("interrupted", null);
            }
            size = draw(view, display, size);
            try {
                if (keys.peekCharacter(PAUSE_MILLIS) == NonBlockingReader.READ_EXPIRED) {
                    continue;
                }
                Object key = keys.readBinding(bound);
                if (key instanceof Key named) {
                    view.press(named);
                } else if (key == TEXT) {
                    view.type(keys.getLastBinding());
                } else if (key == null) {
                    return;
                }
            } catch (EndOfFileException gone) {
                return;
            } catch (IOError e) {
                if (e.getCause() instanceof InterruptedIOException) {
                    throw new DpshException.Interrupted("interrupted", null);
                }
                throw e;
            }
        }
    }

    private Size draw(FullView view, Display display, @Nullable Size before) {
        Size size = Size.of(terminal.getSize());
        if (!size.equals(before)) {
            display.clear();
            display.resize(size);
        }
        List<AttributedString> lines = new ArrayList<>();
        // The last column stays free: terminals differ in when they wrap behind it.
        for (Cell line : view.lines(Math.max(1, size.getColumns() - 1), Math.max(1, size.getRows()), ink)) {
            lines.add(AttributedString.fromAnsi(line.painted(ink)));
        }
        display.update(lines, -1);
        return size;
    }

    private static KeyMap<Object> bound() {
        KeyMap<Object> bound = new KeyMap<>();
        bound.setAmbiguousTimeout(ESCAPE_MILLIS);
        SEQUENCES.forEach((key, sequences) -> sequences.forEach(sequence -> bound.bind(key, sequence)));
        for (char c = ' '; c < 127; c++) {
            bound.bind(TEXT, String.valueOf(c));
        }
        bound.setUnicode(TEXT);
        bound.setNomatch(new Object());
        return bound;
    }
}
