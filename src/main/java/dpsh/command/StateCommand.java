package dpsh.command;

import picocli.CommandLine.Command;

/** The world of a sandbox as a file. */
@Command(
        name = "state",
        description = "The sandbox's whole world as a file.",
        subcommands = {SaveStateCommand.class})
final class StateCommand {}
