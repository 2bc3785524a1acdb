package dpsh;

import dpsh.shell.Greeting;
import java.util.List;

/** What somebody who has just started the shell should know: what this is, where they stand, what to type next. */
final class Greetings {
    private static final String HELP = "Tab completes, help lists the commands, exit leaves.";

    private Greetings() {}

    /** At the embedded sandbox, whose clock runs so many times as fast as real time. */
    static Greeting sandbox(double speed) {
        String times = speed == Math.rint(speed) ? String.valueOf((long) speed) : String.valueOf(speed);
        return new Greeting(
                List.of(
                        "dpsh " + Version.number() + " at the sandbox: a rehearsal on this machine, " + times
                                + " times as fast.",
                        "You stand at no vault yet. Begin with: use vault testBkpVault",
                        HELP),
                "The sandbox's world ends here; one that lasts is `dpsh sandbox serve`.");
    }

    /** @param label what people call the service */
    static Greeting service(String label) {
        return new Greeting(
                List.of(
                        "dpsh " + Version.number() + " at " + label + "; nothing was sent yet.",
                        "Begin with: vault list, then: use vault NAME",
                        HELP),
                null);
    }
}
