package dpsh.command;

import picocli.CommandLine.Command;

/** What asks before a change, or refuses it. */
@Command(
        name = "protection",
        description = "Which vaults and subscriptions ask for their name before a change, or refuse it.",
        subcommands = {ListProtectionCommand.class, SetProtectionCommand.class})
final class ProtectionCommand {}
