package dpsh.command;

import picocli.CommandLine.Command;

/** Long-running work at the service, of this and earlier sessions. */
@Command(
        name = "operation",
        description = "Long-running work at the service, of this and earlier sessions.",
        subcommands = {
            ListOperationsCommand.class,
            ShowOperationCommand.class,
            WatchOperationCommand.class,
            WaitOperationCommand.class
        })
final class OperationCommand {}
