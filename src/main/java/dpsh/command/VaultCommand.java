package dpsh.command;

import picocli.CommandLine.Command;

/** Backup vaults. */
@Command(
        name = "vault",
        description = "Backup vaults.",
        subcommands = {ListVaultsCommand.class, ShowVaultCommand.class})
final class VaultCommand {}
