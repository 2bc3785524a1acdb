package dpsh.command;

import picocli.CommandLine.Command;

/** Jobs: backups and restores under way and done. */
@Command(
        name = "job",
        description = "Jobs of a vault: backups and restores, under way and done.",
        subcommands = {ListJobsCommand.class, ShowJobCommand.class, WatchJobCommand.class})
final class JobCommand {}
