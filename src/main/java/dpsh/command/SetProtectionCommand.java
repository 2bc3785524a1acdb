package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.arm.ResourceId;
import dpsh.backup.Vault;
import dpsh.session.Mode;
import dpsh.session.Place;
import dpsh.session.ProtectionRules;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        ResourceId scope = scope(kind, mode == null ? null : name);
        ProtectionRules rules = desk.session().saved().protection();
        ProtectionRules.Ruling now = scope == null ? rules.of(Place.NOWHERE) : rules.of(scope);
        String called = scope == null ? rules.profile() : scope.name();
        String what = scope == null
                ? "the profile '" + called + "'"
                : (scope.isSubscription() ? "the subscription " : "the vault ") + called;
        if (wanted.compareTo(now.mode()) < 0) {
            desk.confirm(
                    "This makes " + what + " " + wanted.word() + "; it is "
                            + now.mode().word() + " now.",
                    called);
        }
        rules.set(scope, wanted);
        desk.note(what + " is " + wanted.word() + " from now on, in the profile '" + rules.profile() + "'", Tone.DIM);
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

    /** Null for the whole profile. */
    private @Nullable ResourceId scope(String what, @Nullable String given) {
        if (ResourceId.looksLikeId(what) && given == null) {
            return checked(ResourceId.parse(what));
        }
        return switch (what.toLowerCase(Locale.ROOT)) {
            case "vault" ->
                given != null && ResourceId.looksLikeId(given)
                        ? checked(ResourceId.parse(given))
                        : desk.finder().vault(given).id();
            case "subscription" -> subscription(given);
            case "profile" -> {
                if (given != null && !given.equals(desk.session().profile().name())) {
                    throw new DpshException.Usage(
                            "only the profile of this session can be protected",
                            null,
                            "dpsh --profile " + given + " protection set profile MODE");
                }
                yield null;
            }
            default ->
                throw new DpshException.Usage(
                        "'" + what + "' cannot be protected", null, "protect a vault, a subscription or the profile");
        };
    }

    private ResourceId subscription(@Nullable String given) {
        if (given == null) {
            Place here = desk.place();
            if (here.subscription() == null) {
                throw new DpshException.Usage("which subscription?", "you stand in none", "give its name or ID");
            }
            return ResourceId.ofSubscription(here.subscription());
        }
        return ResourceId.looksLikeId(given)
                ? checked(ResourceId.parse(given))
                : desk.finder().subscription(given).resourceId();
    }

    private static ResourceId checked(ResourceId id) {
        if (!id.isSubscription() && !id.isOf(Vault.TYPE)) {
            throw new DpshException.Usage(
                    "'" + id + "' cannot be protected",
                    "its type is " + id.type(),
                    "protect a vault or a subscription");
        }
        return id;
    }
}
