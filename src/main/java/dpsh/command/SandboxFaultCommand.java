package dpsh.command;

import picocli.CommandLine.Command;

/** What goes wrong in the sandbox on demand. */
@Command(
        name = "fault",
        description = "What goes wrong in the sandbox on demand.",
        subcommands = {AddFaultCommand.class, ListFaultsCommand.class, ClearFaultCommand.class})
final class SandboxFaultCommand {}
