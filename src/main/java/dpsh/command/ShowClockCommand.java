package dpsh.command;

import picocli.CommandLine.Command;

/** Shows the sandbox's clock. */
@Reads
@Command(
        name = "show",
        description = "What time it is in the sandbox, and how fast it goes.",
        footer = {"sandbox clock show"})
final class ShowClockCommand extends ClockReading {
    ShowClockCommand(Desk desk) {
        super(desk);
    }
}
