package dpsh.command;

import picocli.CommandLine.Command;

/** Backup instances: what is protected in a vault. */
@Command(
        name = "instance",
        description = "Backup instances: what is protected in a vault.",
        subcommands = {
            BuildInstanceCommand.class,
            ValidateInstanceCommand.class,
            CreateInstanceCommand.class,
            ListInstancesCommand.class,
            ShowInstanceCommand.class,
            DeleteInstanceCommand.class
        })
final class InstanceCommand {}
