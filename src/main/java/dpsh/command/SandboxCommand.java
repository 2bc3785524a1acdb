package dpsh.command;

import picocli.CommandLine.Command;

/** The embedded service. */
@Command(
        name = "sandbox",
        description = "The embedded service.",
        subcommands = {ServeSandboxCommand.class})
final class SandboxCommand {}
