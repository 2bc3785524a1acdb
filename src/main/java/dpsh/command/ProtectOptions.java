package dpsh.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What both protect commands take. */
final class ProtectOptions {
    @Option(
            names = "--policy",
            required = true,
            paramLabel = "NAME|ID",
            description = "The vault's policy to protect with.")
    private String policy = "";

    @Option(names = "--grant", description = "Assign the roles that are missing.")
    private boolean grant;

    String policy() {
        return policy;
    }

    boolean grant() {
        return grant;
    }

    /** The same datasource twice is one. */
    static List<String> distinct(List<String> given) {
        List<String> distinct = new ArrayList<>();
        for (String one : given) {
            if (distinct.stream().noneMatch(one::equalsIgnoreCase)) {
                distinct.add(one);
            }
        }
        return distinct;
    }
}
