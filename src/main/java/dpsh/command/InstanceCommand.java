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
            UpdateInstanceCommand.class,
            BackUpInstanceCommand.class,
            SuspendInstanceCommand.class,
            StopInstanceCommand.class,
            ResumeInstanceCommand.class,
            SyncInstanceCommand.class,
            DeleteInstanceCommand.class,
            UndeleteInstanceCommand.class
        })
final class InstanceCommand {}
