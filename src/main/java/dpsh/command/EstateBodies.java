package dpsh.command;

import java.util.ArrayList;
import java.util.List;

/** What an export has read: the service's own JSON, list by list. Filled while it is read. */
public record EstateBodies(
        List<String> subscriptions,
        List<String> groups,
        List<String> disks,
        List<String> snapshots,
        List<String> accounts,
        List<String> vaults,
        List<String> policies,
        List<String> instances,
        List<String> roleAssignments) {
    static EstateBodies empty() {
        return new EstateBodies(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }
}
