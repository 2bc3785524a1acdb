package dpsh;

import dpsh.session.SavedProfile;
import dpsh.shell.Greeting;
import dpsh.shell.Standing;
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
    private static final Set<String> UNNAMED = Set.of(SavedProfile.DEFAULT, SavedProfile.SANDBOX);

    private Greetings() {}

    /**
     * At the embedded sandbox.
     *
     * @param speed how many times as fast as real time its clock runs
     * @param estate what it holds in place of the articles' world, or null
     */
    static Greeting sandbox(double speed, @Nullable Path estate, Standing at) {
        String times = speed == Math.rint(speed) ? String.valueOf((long) speed) : String.valueOf(speed);
        String what = estate == null ? "a rehearsal on this machine" : "a rehearsal with " + estate.getFileName();
        String next = estate == null ? "Begin with: tour, or: use vault testBkpVault" : VAULTS;
        return new Greeting(
                List.of(
                        "dpsh " + Version.number() + " at the sandbox: " + what + ", " + times + " times as fast.",
                        stands(at, next),
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
    static Greeting service(String label, String profile, boolean first, Standing at) {
        String as = UNNAMED.contains(profile) ? "" : " with the profile " + profile;
        List<String> lines = new ArrayList<>();
        lines.add("dpsh " + Version.number() + " at " + label + as + "; nothing was sent yet.");
        boolean newcomer = first && at.vault() == null && at.group() == null;
        lines.add(stands(at, newcomer ? "Begin with: login, then: vault list" : VAULTS));
        if (newcomer) {
            lines.add("Without an account: start dpsh --sandbox, then: tour");
        }
        lines.add(HELP);
        return new Greeting(lines, null);
    }

    private static String stands(Standing at, String otherwise) {
        if (at.vault() != null) {
            return "You stand at the vault " + at.vault() + ". Go on with: instance list, or: coverage";
        }
        if (at.group() != null) {
            return "You stand in the group " + at.group() + ". " + VAULTS;
        }
        return "You stand at no vault yet. " + otherwise;
    }
}
