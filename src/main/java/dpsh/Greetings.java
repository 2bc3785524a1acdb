package dpsh;

import dpsh.session.PlaceNames;
import dpsh.session.SavedProfile;
import dpsh.shell.Greeting;
import dpsh.shell.Standing;
import dpsh.view.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who has just started the shell should know: what this is, where they stand, what to type next. All of it is
 * known without the database, the command language and the network.
 */
final class Greetings {
    private static final String HELP = "Tab completes, help lists the commands, exit leaves.";
    private static final String VAULTS = "Begin with: vault list, then: use vault NAME";
    private static final String AT_VAULT = "Go on with: instance list, or: coverage";
    private static final Set<String> UNNAMED = Set.of(SavedProfile.DEFAULT, SavedProfile.SANDBOX);

    private Greetings() {}

    /**
     * Where the session stands.
     *
     * @param at what is known of it
     * @param named what the command line names, which the first command looks up
     */
    record Stand(Standing at, PlaceNames named) {
        private String words(String otherwise) {
            if (named.vault() != null) {
                return "You begin at the vault " + name(named.vault()) + ". " + AT_VAULT;
            }
            if (named.group() != null) {
                return "You begin in the group " + name(named.group()) + ". Go on with: vault list";
            }
            if (named.subscription() != null) {
                return "You begin in the subscription " + name(named.subscription()) + ". Go on with: vault list";
            }
            if (at.vault() != null) {
                return "You stand at the vault " + at.vault() + ". " + AT_VAULT;
            }
            if (at.group() != null) {
                return "You stand in the group " + at.group() + ". " + VAULTS;
            }
            return "You stand at no vault yet. " + otherwise;
        }

        private boolean isNowhere() {
            return named.isEmpty() && at.vault() == null && at.group() == null;
        }

        /** Of an ID the name, which is its last part. */
        private static String name(String nameOrId) {
            return PlainText.of(nameOrId.substring(nameOrId.lastIndexOf('/') + 1));
        }
    }

    /**
     * At the embedded sandbox.
     *
     * @param speed how many times as fast as real time its clock runs
     * @param estate what it holds in place of the articles' world, or null
     */
    static Greeting sandbox(double speed, @Nullable Path estate, Stand stand) {
        String times = speed == Math.rint(speed) ? String.valueOf((long) speed) : String.valueOf(speed);
        String what = estate == null ? "a rehearsal on this machine" : "a rehearsal with " + estate.getFileName();
        String next = estate == null ? "Begin with: tour, or: use vault testBkpVault" : VAULTS;
        return new Greeting(
                List.of(
                        "dpsh " + Version.number() + " at the sandbox: " + what + ", " + times + " times as fast.",
                        stand.words(next),
                        HELP),
                "The sandbox's world ends here; one that lasts is `dpsh sandbox serve`.");
    }

    /**
     * At any other service.
     *
     * @param label what people call it
     * @param profile the name of the profile that holds
     * @param first whether nothing was ever typed here
     */
    static Greeting service(String label, String profile, boolean first, Stand stand) {
        String as = UNNAMED.contains(profile) ? "" : " with the profile " + profile;
        List<String> lines = new ArrayList<>();
        lines.add("dpsh " + Version.number() + " at " + label + as + "; nothing was sent yet.");
        boolean newcomer = first && stand.isNowhere();
        lines.add(stand.words(newcomer ? "Begin with: login, then: vault list" : VAULTS));
        if (newcomer) {
            lines.add("Without an account: start dpsh --sandbox, then: tour");
        }
        lines.add(HELP);
        return new Greeting(lines, null);
    }
}
