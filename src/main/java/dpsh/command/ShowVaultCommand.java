package dpsh.command;

import dpsh.backup.Vault;
import dpsh.session.Sightings;
import dpsh.view.ExitCode;
import dpsh.view.VaultView;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one vault. */
@Reads
@Command(
        name = "show",
        description = "One vault: region, identity, redundancy.",
        footer = {"vault show testBkpVault"})
final class ShowVaultCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "VAULT", description = "Its name or ID; the one you stand at otherwise.")
    private @Nullable String vault;

    ShowVaultCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        Vault found = desk.finder().vault(vault);
        desk.remember(List.of(Sightings.of(found)));
        desk.show(new VaultView(), found);
        return ExitCode.DONE;
    }
}
