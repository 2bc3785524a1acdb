package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.session.Mode;
import dpsh.session.ProtectionRules;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what changes meet in a vault, a subscription or the whole profile. Nothing changes at the service. */
@Command(
        name = "set",
        description = {
            "Say what changes meet: open, protected (asks for the typed name) or read-only.",
            "It is kept in the profile and enforced for every command and runbook."
        },
        footer = {
            "protection set vault testBkpVault protected",
            "protection set subscription \"Backup Operations\" read-only",
            "protection set profile read-only",
            "protection set vault testBkpVault open"
        })
final class SetProtectionCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(
            index = "0",
            paramLabel = "KIND|PLACE-ID",
            completionCandidates = ProtectedKinds.class,
            description = "vault, subscription or profile; left out before an ID.")
    private String kind = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME|ID",
            description = "Its name or ID; where you stand unless given.")
    private @Nullable String name;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "MODE",
            completionCandidates = Modes.class,
            description = "open, protected or read-only.")
    private @Nullable String mode;

    SetProtectionCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        String word = mode == null ? name : mode;
        Mode wanted = mode(word);
        ProtectionRules rules = desk.session().saved().protection();
        ProtectedScope scope = ProtectedScope.named(desk, kind, mode == null ? null : name);
        String what = scope.words();
        Mode now = scope.ruling(rules).mode();
        if (wanted.compareTo(now) < 0) {
            desk.confirm("This makes " + what + " " + wanted.word() + "; it is " + now.word() + " now.", scope.name());
        }
        rules.set(scope.id(), wanted);
        String where = scope.id() == null ? "" : ", in the profile '" + rules.profile() + "'";
        desk.note(what + " is " + wanted.word() + " from now on" + where, Tone.DIM);
        return ExitCode.DONE;
    }

    private static Mode mode(@Nullable String word) {
        List<String> words = new ArrayList<>();
        new Modes().forEach(words::add);
        if (word == null) {
            throw new DpshException.Usage("how it shall be is missing", null, "say " + String.join(", ", words));
        }
        Mode mode = Mode.of(word);
        if (mode == null) {
            List<String> near = Nearest.to(word, words);
            throw new DpshException.Usage(
                    "'" + word + "' is no kind of protection",
                    "there are " + String.join(", ", words),
                    near.isEmpty() ? null : "did you mean " + near.get(0) + "?");
        }
        return mode;
    }
}
