package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.backup.Finding;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Preflight;
import dpsh.backup.ReadDraft;
import dpsh.client.Bodies;
import dpsh.view.FindingView;
import dpsh.view.JsonText;
import dpsh.view.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The session's draft in the operator's editor; it is kept when it is right. */
final class EditedDraft {
    private final Desk desk;

    EditedDraft(Desk desk) {
        this.desk = desk;
    }

    /**
     * Edits it until it can be used, or the operator has enough.
     *
     * @throws DpshException.Usage when there is none
     * @throws DpshException.Refused when what was edited cannot be used
     */
    void edit(Editing editing, @Nullable InstanceDraft draft) {
        if (draft == null) {
            throw new DpshException.Usage(
                    "there is no draft to edit",
                    null,
                    "`instance build disk NAME --policy P --snapshot-group G` makes one");
        }
        String before = JsonText.pretty(Bodies.toValidate(draft));
        String text = before;
        while (true) {
            text = editing.edit(text, ".json");
            if (text.isBlank() || text.strip().equals(before.strip())) {
                desk.note("The draft is as it was.", Tone.DIM);
                return;
            }
            try {
                keep(text);
                return;
            } catch (DpshException wrong) {
                desk.said(wrong).print(desk.format(), desk.screen().page());
                if (!isYes(desk.screen().ask("Open it again? (yes or no)"))) {
                    throw new DpshException.Refused(
                            "the draft is as it was", "what was edited cannot be used", "`edit` begins anew");
                }
            }
        }
    }

    private void keep(String text) {
        ReadDraft read = Bodies.read("the editor", text);
        List<Finding> findings = Preflight.offline(read.draft());
        if (findings.stream().anyMatch(Finding::isError)) {
            throw Refusals.of(read.draft().datasource().name(), findings);
        }
        read.notes().forEach(note -> desk.say(FindingView.sentence(note)));
        desk.session().keep(read.draft());
        desk.note("The draft is changed. `instance validate` asks the service about it.", Tone.PLAIN);
    }

    private static boolean isYes(@Nullable String answer) {
        return answer != null && (answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes"));
    }
}
