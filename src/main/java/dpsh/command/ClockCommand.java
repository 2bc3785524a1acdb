package dpsh.command;

import picocli.CommandLine.Command;

/** The sandbox's clock. Alone it shows it. */
@Command(
        name = "clock",
        description = "The sandbox's clock.",
        subcommands = {ShowClockCommand.class, AdvanceClockCommand.class},
        footer = {"sandbox clock", "sandbox clock advance 1d"})
final class ClockCommand extends ClockReading {
    ClockCommand(Desk desk) {
        super(desk);
    }
}
