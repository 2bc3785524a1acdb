package dpsh.command;

import picocli.CommandLine.Command;

/** Recovery points: what can be restored. */
@Command(
        name = "recovery-point",
        description = "Recovery points of an instance: what can be restored.",
        subcommands = {ListRecoveryPointsCommand.class, ShowRecoveryPointCommand.class})
final class RecoveryPointCommand {}
