package dpsh.command;

import picocli.CommandLine.Command;

/** The embedded service. */
@Command(
        name = "sandbox",
        description = "The embedded service.",
        subcommands = {
            ServeSandboxCommand.class,
            EstateCommand.class,
            StateCommand.class,
            SandboxFaultCommand.class,
            ClockCommand.class
        })
final class SandboxCommand {}
