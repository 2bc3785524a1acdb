package dpsh.shell;

import dpsh.arm.DpshException;
import dpsh.view.PlainText;
import java.util.List;
import java.util.Map;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.MaskingCallback;
import org.jline.reader.impl.KillRing;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp;
import org.jspecify.annotations.Nullable;

/**
 * JLine's reader with what dpsh adds to a line that is being typed: the rest of an earlier line in grey behind it, a hint
 * below it, and nothing in it that a terminal would act on. Both additions are part of what JLine draws, so that a resize, a
 * notice above the line and Enter treat them as they treat the line; Enter takes them away.
 */
final class PromptReader extends MendedReader {
    /** What follows a paste within this time is no key that somebody pressed. */
    private static final long BURST_MILLIS = 20;

    private static final String PASTE_ON = "\u001b[?2004h";
    private static final String PASTE_OFF = "\u001b[?2004l";
    private static final String PASTE_END = "\u001b[201~";

    private final Additions additions;
    private final LineHistory lines;
    private final LastWord lastWord;
    private Runnable begin = () -> {};
    private Attributes typing;
    private @Nullable OperatorsEditor editor;
    private String suggestion = "";
    private boolean heldText;

    /** What is added to a line. */
    interface Additions {
        /** Whether the keys are those of vi; asked before each line. */
        boolean isVi();

        /** Whether what is added may look otherwise than what was typed. */
        boolean isStyled();

        /** What stands behind the line as its likely rest; empty when there is nothing to suggest. */
        String suggestion(String line);

        /** What is said below the line; null when there is nothing to say. */
        @Nullable
        String hint(String line, int cursor);
    }

    PromptReader(Terminal terminal, LineHistory history, Map<String, Object> variables, Additions additions) {
        super(terminal, "dpsh", variables);
        this.additions = additions;
        this.lines = history;
        this.lastWord = new LastWord(history);
        this.typing = terminal.getAttributes();
        remember(history);
    }

    /** The lines typed so far. */
    LineHistory lines() {
        return lines;
    }

    /** Whether something stood in the line that is or was read last, even if it was deleted again. */
    boolean heldText() {
        return heldText;
    }

    /** @param opened on the line that is being typed */
    void use(OperatorsEditor opened) {
        editor = opened;
    }

    @Override
    public String readLine(String prompt, String right, MaskingCallback mask, String buffer) {
        useKeys();
        begin.run();
        typing = terminal.getAttributes();
        suggestion = "";
        lastWord.forget();
        heldText = false;
        try {
            return super.readLine(prompt, right, mask, buffer == null ? null : clean(buffer));
        } finally {
            lines.save();
        }
    }

    /** @param work done before each line */
    void beforeEachLine(Runnable work) {
        begin = work;
    }

    /**
     * Draws the line again if one is being typed: its colours may be others now. For any thread.
     *
     * @param other another prompt, or null
     */
    void repaint(@Nullable String other) {
        lock.lock();
        try {
            if (reading) {
                if (other != null) {
                    setPrompt(other);
                }
                redisplay();
            }
        } catch (IllegalStateException closed) {
            // The terminal is gone: nobody sees the line any more.
            return;
        } finally {
            lock.unlock();
        }
    }

    private void useKeys() {
        if (!SystemTerminal.isDumb(terminal)) {
            Map<String, KeyMap<Binding>> maps = getKeyMaps();
            maps.put(MAIN, maps.get(additions.isVi() ? VIINS : EMACS));
        }
    }

    /** What was cut out of a line is not kept either when the line carries a secret. */
    @Override
    protected String finish(String line) {
        if (Secrets.in(line)) {
            killRing = new KillRing();
        }
        return super.finish(line);
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        heldText |= buf.length() > 0;
        boolean plain = !doAutosuggestion || SystemTerminal.isDumb(terminal) || searchTerm != null;
        AttributedString typed = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        boolean atEnd = buf.cursor() == buf.length() && buf.length() > 0;
        suggestion = plain || post != null || !atEnd || isInViCmdMode() ? "" : additions.suggestion(buf.toString());
        if (plain || post != null) {
            return typed;
        }
        AttributedStringBuilder all = new AttributedStringBuilder().tabs(getTabWidth());
        all.append(typed).styled(AttributedStyle::faint, suggestion);
        String hint = buf.length() == 0
                ? null
                : additions.hint(buf.toString(), buf.upToCursor().length());
        if (hint != null && hasRoomBelow(all.toAttributedString())) {
            AttributedString text = new AttributedString(
                    hint, additions.isStyled() ? AttributedStyle.DEFAULT.faint() : AttributedStyle.DEFAULT);
            all.append("\n").append(text.columnSubSequence(0, size.getColumns() - 1));
        }
        return all.toAttributedString();
    }

    private boolean hasRoomBelow(AttributedString typed) {
        int columns = size.getColumns();
        return columns > 1 && typed.columnSplitLength(columns).size() < size.getRows() - 1;
    }

    // Keys that take the suggestion at the end of a line.

    @Override
    protected boolean forwardChar() {
        return takes(suggestion) || super.forwardChar();
    }

    @Override
    protected boolean endOfLine() {
        return takes(suggestion) || super.endOfLine();
    }

    @Override
    protected boolean forwardWord() {
        return takes(firstWord(suggestion)) || super.forwardWord();
    }

    private boolean takes(String rest) {
        boolean taken = !rest.isEmpty() && buf.cursor() == buf.length();
        if (taken) {
            buf.write(rest);
        }
        return taken;
    }

    private String firstWord(String text) {
        int end = 0;
        while (end < text.length() && !isWord(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    // What comes into the line is text, whoever it comes from.

    /**
     * What was pasted is put into the line and waits for Enter. Whatever arrives at once behind its end mark was pasted too:
     * a text that holds the mark itself would otherwise go on as if it was typed.
     */
    @Override
    public boolean beginPaste() {
        String first = doReadStringUntil(PASTE_END);
        StringBuilder pasted = new StringBuilder(first == null ? "" : first);
        while (peekCharacter(BURST_MILLIS) >= 0) {
            pasted.appendCodePoint(readCharacter());
        }
        regionActive = RegionType.PASTE;
        regionMark = buf.cursor();
        String text = clean(pasted.toString());
        buf.write(buf.length() == buf.cursor() ? Words.trimmed(text) : text);
        return true;
    }

    @Override
    protected boolean selfInsert() {
        return isText(getLastBinding()) && super.selfInsert();
    }

    @Override
    protected boolean quotedInsert() {
        String character = Character.toString(readCharacter());
        if (!isText(character)) {
            return false;
        }
        putString(character);
        return true;
    }

    private static boolean isText(String typed) {
        return typed.equals("\n") || PlainText.of(typed).equals(typed) || isHalf(typed);
    }

    /** A character beyond the first plane arrives in two halves. */
    private static boolean isHalf(String typed) {
        return typed.length() == 1 && Character.isSurrogate(typed.charAt(0));
    }

    private static String clean(String text) {
        String spaced = text.replace("\t", "    ").replace("\r\n", "\n").replace('\r', '\n');
        return String.join("\n", PlainText.lines(spaced));
    }

    // Keys of dpsh's own.

    /** Deletes back to the blank in front: a whole resource ID at once. */
    boolean killToBlank() {
        int from = buf.cursor();
        while (from > 0 && isWhitespace(buf.atChar(from - 1))) {
            from--;
        }
        while (from > 0 && !isWhitespace(buf.atChar(from - 1))) {
            from--;
        }
        int length = buf.cursor() - from;
        killRing.addBackwards(buf.substring(from, buf.cursor()));
        return buf.backspace(length) > 0;
    }

    /** Has the line edited in the operator's editor; what they leave stands in it and waits for Enter. */
    boolean editLine() {
        OperatorsEditor used = editor;
        if (used == null) {
            return false;
        }
        Attributes raw = terminal.getAttributes();
        Terminal.SignalHandler interrupted = terminal.handle(Terminal.Signal.INT, signal -> {});
        display.update(List.of(), 0);
        terminal.puts(InfoCmp.Capability.keypad_local);
        terminal.writer().write(PASTE_OFF);
        terminal.flush();
        try {
            terminal.setAttributes(typing);
            String edited = clean(used.edit(buf.toString(), ".dpsh"));
            buf.clear();
            buf.write(Words.trimmed(edited));
            return true;
        } catch (DpshException e) {
            terminal.writer().println(e.getMessage() + ".");
            return false;
        } finally {
            terminal.setAttributes(raw);
            terminal.handle(Terminal.Signal.INT, interrupted);
            terminal.puts(InfoCmp.Capability.keypad_xmit);
            terminal.writer().write(PASTE_ON);
            redrawLine();
        }
    }

    /** Alt-., see {@link LastWord}. */
    boolean insertLastWord() {
        return lastWord.insert(buf);
    }
}
