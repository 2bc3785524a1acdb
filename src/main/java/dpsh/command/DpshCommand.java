package dpsh.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the command language. */
@Command(
        name = "dpsh",
        description = {
            "Protect storage accounts and managed disks with Azure Backup's REST API.",
            "Without a command: interactive, or one line after another from standard input."
        },
        synopsisHeading = "",
        customSynopsis = "dpsh [options] [COMMAND [ARGS...]]",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions, before or after a command:%n",
        commandListHeading = "%nCommands:%n",
        footer = {"", "Tab completes at the prompt. Try it without an account: dpsh --sandbox"},
        subcommands = {
            UseCommand.class,
            StatusCommand.class,
            ProfileCommand.class,
            ProtectionCommand.class,
            LoginCommand.class,
            WhoAmICommand.class,
            VaultCommand.class,
            PolicyCommand.class,
            DatasourceCommand.class,
            InstanceCommand.class,
            DraftCommand.class,
            PermissionCommand.class,
            ProtectCommand.class,
            PlanCommand.class,
            OperationCommand.class,
            JobCommand.class,
            WatchCommand.class,
            RecoveryPointCommand.class,
            CoverageCommand.class,
            ApplyCommand.class,
            RunsCommand.class,
            ResultsCommand.class,
            RunRunbookCommand.class,
            EvaluateCommand.class,
            AgainCommand.class,
            TimingCommand.class,
            SetCommand.class,
            RefreshCommand.class,
            AliasCommand.class,
            SourceCommand.class,
            HistoryCommand.class,
            EditCommand.class,
            ExplainCommand.class,
            LastCommand.class,
            SandboxCommand.class,
            HelpCommand.class,
            TourCommand.class,
            ExitCommand.class
        })
final class DpshCommand {
    @Mixin
    private final StartOptions options;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this, or a command's own help.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, scope = ScopeType.INHERIT, description = "Show the version.")
    private boolean version;

    DpshCommand(StartOptions options) {
        this.options = options;
    }
}
