package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.session.Mode;
import dpsh.session.ProtectionRules;
import dpsh.session.ProtectionRules.Rule;
import dpsh.session.ProtectionRules.Ruling;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the operator protected (law 10): the transport asks it before each change leaves. Read-only is refused, and a
 * protected vault or subscription asks for its typed name, once a line. For any thread; while one is asked, the others wait.
 */
final class Guard {
    private final Desk desk;
    private final Set<String> confirmed = new HashSet<>();
    private @Nullable DpshException denied;

    Guard(Desk desk) {
        this.desk = desk;
    }

    /** A line begins: nothing is confirmed yet. */
    synchronized void begin() {
        confirmed.clear();
        denied = null;
    }

    /**
     * @param what what is to be changed, as a clause
     * @throws DpshException.NotAllowed when something of it is read-only
     * @throws DpshException.Usage when there is nobody to ask
     * @throws DpshException.Refused when the operator typed something else
     */
    synchronized void check(String what, Set<ResourceId> concerned) {
        ProtectionRules rules = desk.session().saved().protection();
        rules.refresh();
        if (rules.unreadable() != null) {
            throw new DpshException.NotAllowed(
                    what,
                    "the config says what is protected, and it cannot be read: " + rules.unreadable(),
                    "put it right, or move it away",
                    null);
        }
        if (denied != null) {
            throw denied;
        }
        for (ResourceId one : concerned) {
            Ruling ruling = rules.of(one);
            if (ruling.mode() == Mode.READ_ONLY) {
                throw readOnly(what, ruling, rules.profile());
            }
        }
        Map<Rule, Ruling> asked = new LinkedHashMap<>();
        for (ResourceId one : concerned) {
            Ruling ruling = rules.of(one);
            Rule by = ruling.by();
            if (ruling.mode() == Mode.PROTECTED && by != null) {
                asked.merge(by, ruling, (first, second) -> first.vault() == null ? second : first);
                confirmVault(what, ruling, rules.profile());
            }
        }
        asked.values().stream()
                .filter(ruling -> ruling.vault() == null)
                .forEach(ruling -> confirm(what, ruling, name(ruling, rules.profile()), rules.profile()));
    }

    private void confirmVault(String what, Ruling ruling, String profile) {
        if (ruling.vault() != null) {
            confirm(what, ruling, ruling.vault().name(), profile);
        }
    }

    private void confirm(String what, Ruling ruling, String word, String profile) {
        String meant = meant(ruling);
        if (confirmed.contains(meant)) {
            return;
        }
        try {
            desk.confirm(ruling.words(profile) + ". Next: " + what + ".", word);
        } catch (DpshException.Refused e) {
            denied = new DpshException.Refused("not confirmed: " + what, "nothing more was changed", null);
            throw denied;
        } catch (DpshException.Usage | DpshException.Interrupted e) {
            denied = e;
            throw e;
        }
        confirmed.add(meant);
    }

    /** The vault, subscription or profile that was confirmed: two vaults of one name are two. */
    private static String meant(Ruling ruling) {
        ResourceId scope =
                ruling.vault() == null && ruling.by() != null ? ruling.by().scope() : ruling.vault();
        return scope == null ? "" : scope.folded();
    }

    /** What is typed where no vault is concerned. */
    private String name(Ruling ruling, String profile) {
        Rule by = ruling.by();
        return by == null || by.scope() == null ? profile : by.scope().name();
    }

    private static DpshException.NotAllowed readOnly(String what, Ruling ruling, String profile) {
        Rule by = ruling.by();
        ResourceId scope = by == null ? null : by.scope();
        String kind = scope == null ? "profile" : scope.isSubscription() ? "subscription " : "vault ";
        return new DpshException.NotAllowed(
                what,
                ruling.words(profile),
                "`protection set " + kind + (scope == null ? "" : scope.name()) + " open` lifts that; --show-request"
                        + " shows what would be sent",
                null);
    }
}
