package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.backup.InstanceDraft;
import dpsh.view.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the session's draft, or the last line, in the operator's editor. */
@Command(
        name = "edit",
        description = {
            "Open the draft, or the last line, in your editor.",
            "$VISUAL or $EDITOR names it. A draft is kept when it is right; a line waits at the prompt."
        },
        footer = {"edit", "edit draft", "edit command"})
final class EditCommand implements Callable<ExitCode> {
    private final Desk desk;

    /** What can be edited. */
    enum What {
        draft,
        command,
        last
    }

    /** The same, for completion. */
    static final class Words extends DescribedWords {
        @Override
        Map<String, String> words() {
            return pairs("draft", "the current draft", "command", "the line before", "last", "the line before");
        }
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "WHAT",
            completionCandidates = Words.class,
            description = "draft, or command (or last): the line before; the draft if there is one otherwise.")
    private @Nullable What what;

    EditCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        Editing editing = desk.screen().editing();
        if (editing == null) {
            throw new DpshException.Usage(
                    "nothing can be edited here",
                    "an editor needs the terminal that a prompt is on",
                    "a script takes its request from --body FILE");
        }
        InstanceDraft draft = desk.session().draft();
        if (what == What.draft || what == null && draft != null) {
            new EditedDraft(desk).edit(editing, draft);
        } else {
            editLine(editing);
        }
        return ExitCode.DONE;
    }

    private static void editLine(Editing editing) {
        String line = editing.lastLine();
        if (line == null) {
            throw new DpshException.Usage("there is no line to edit", "none was typed before this one", null);
        }
        String edited = editing.edit(line, ".dpsh").strip();
        if (!edited.isEmpty()) {
            editing.propose(edited);
        }
    }
}
