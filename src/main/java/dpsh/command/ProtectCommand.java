package dpsh.command;

import picocli.CommandLine.Command;

/** Check, grant, validate, create and watch, in one go. */
@Command(
        name = "protect",
        description = "Check, grant, validate, create and watch, in one go.",
        subcommands = {ProtectDiskCommand.class, ProtectBlobCommand.class})
final class ProtectCommand {}
