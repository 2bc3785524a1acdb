package dpsh.command;

import picocli.CommandLine.Command;

/** What protecting many would do, cost and lack. */
@Command(
        name = "plan",
        description = "What protecting many would do, lack and cost; changes nothing.",
        subcommands = {PlanDisksCommand.class, PlanBlobsCommand.class, ShowPlanCommand.class})
final class PlanCommand {}
