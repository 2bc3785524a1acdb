package dpsh.command;

import picocli.CommandLine.Command;

/** Runs of plans, of this and earlier sessions. */
@Command(
        name = "runs",
        description = "Runs of plans, of this and earlier sessions.",
        subcommands = {
            ListRunsCommand.class,
            ShowRunCommand.class,
            ResumeRunCommand.class,
            RetryRunCommand.class,
            ReportRunCommand.class
        })
final class RunsCommand {}
