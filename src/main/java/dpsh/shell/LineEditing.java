package dpsh.shell;

import dpsh.command.Editing;
import java.util.ListIterator;
import org.jline.reader.History;
import org.jspecify.annotations.Nullable;

/** What {@code edit} works with at this prompt. */
final class LineEditing implements Editing {
    private final OperatorsEditor editor;
    private final History history;
    private @Nullable String proposed;

    LineEditing(OperatorsEditor editor, History history) {
        this.editor = editor;
        this.history = history;
    }

    @Override
    public String edit(String text, String ending) {
        return editor.edit(text, ending);
    }

    @Override
    public @Nullable String lastLine() {
        ListIterator<History.Entry> entries = history.iterator(history.size());
        while (entries.hasPrevious()) {
            String line = entries.previous().line();
            if (!line.strip().matches("edit(\\s.*)?")) {
                return line;
            }
        }
        return null;
    }

    @Override
    public void propose(String line) {
        proposed = line;
    }

    /** What is to stand behind the next prompt; null when nothing is. */
    @Nullable
    String proposed() {
        String line = proposed;
        proposed = null;
        return line;
    }
}
