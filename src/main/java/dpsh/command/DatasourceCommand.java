package dpsh.command;

import picocli.CommandLine.Command;

/** Disks and storage accounts that can be protected. */
@Command(
        name = "datasource",
        description = "Disks and storage accounts that can be protected.",
        subcommands = {ListDatasourcesCommand.class, ShowDatasourceCommand.class})
final class DatasourceCommand {}
