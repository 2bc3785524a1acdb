package dpsh.command;

import picocli.CommandLine.Command;

/** The roles that the vault's identity needs. */
@Command(
        name = "permission",
        description = "The roles that the vault's identity needs.",
        subcommands = {CheckPermissionCommand.class, GrantPermissionCommand.class})
final class PermissionCommand {}
