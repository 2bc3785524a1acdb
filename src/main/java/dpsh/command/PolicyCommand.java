package dpsh.command;

import picocli.CommandLine.Command;

/** Backup policies of a vault. */
@Command(
        name = "policy",
        description = "Backup policies of a vault.",
        subcommands = {ListPoliciesCommand.class, ShowPolicyCommand.class})
final class PolicyCommand {}
