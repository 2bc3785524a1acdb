package dpsh.command;

import dpsh.view.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes up an estate. */
@Command(
        name = "estate",
        description = {
            "Make up an estate for the sandbox and print it as JSON.",
            "The same options make the same estate. Start with it: --sandbox --estate",
            "FILE, or sandbox serve --estate FILE. sandbox estate export copies yours."
        },
        footer = {"sandbox estate --disks 10000 --groups 20 > estate.json"},
        subcommands = {ExportEstateCommand.class})
final class EstateCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final EstateFiles files;

    @Option(names = "--subscriptions", paramLabel = "N", defaultValue = "1", description = "Subscriptions (1).")
    private int subscriptions;

    @Option(names = "--groups", paramLabel = "N", defaultValue = "10", description = "Resource groups (10).")
    private int groups;

    @Option(names = "--disks", paramLabel = "N", defaultValue = "100", description = "Managed disks (100).")
    private int disks;

    @Option(names = "--accounts", paramLabel = "N", defaultValue = "20", description = "Storage accounts (20).")
    private int accounts;

    @Option(names = "--vaults", paramLabel = "N", defaultValue = "1", description = "Backup vaults (1).")
    private int vaults;

    @Option(names = "--policies", paramLabel = "N", defaultValue = "5", description = "Policies in each vault (5).")
    private int policies;

    @Option(
            names = "--protected",
            paramLabel = "SHARE",
            defaultValue = "0.3",
            description = "Share that is protected, 0 to 1 (0.3).")
    private double share;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another seed, another estate (1).")
    private long seed;

    EstateCommand(Desk desk, EstateFiles files) {
        this.desk = desk;
        this.files = files;
    }

    /** Prints {@code {"format": 1, "tenant": ..., "subscriptions": [...], ...}}, a body a line. */
    @Override
    public ExitCode call() {
        double protectedShare = vaults == 0 ? 0 : share;
        files.generate(
                new EstateSize(subscriptions, groups, disks, accounts, vaults, policies, protectedShare, seed),
                desk.screen().out());
        return ExitCode.DONE;
    }
}
