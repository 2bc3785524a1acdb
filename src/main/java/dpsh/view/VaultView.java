package dpsh.view;

import dpsh.arm.SubscriptionId;
import dpsh.backup.Vault;
import java.util.List;

/** Backup vaults: where they are, whether they have an identity, how they store. */
public final class VaultView implements View<Vault> {
    private static final Noun NOUN = Noun.of("vault");
    public static final List<Column> COLUMNS = List.of(
            Column.of("name"),
            Column.of("group"),
            Column.whole("region"),
            Column.whole("identity"),
            Column.extra("redundancy"),
            Column.whole("state"),
            Column.extra("subscription"),
            Column.data("id"));

    @Override
    public Listing listing(List<Vault> vaults) {
        return new Listing(
                NOUN,
                COLUMNS,
                vaults.stream()
                        .map(vault -> new Listing.Row(
                                List.of(
                                        Cell.of(vault.name()),
                                        Cell.of(vault.id().resourceGroup()),
                                        Cell.of(vault.location().spelling()),
                                        identity(vault),
                                        Cell.of(vault.redundancy()),
                                        state(vault),
                                        subscription(vault),
                                        Cell.of(vault.id().toString())),
                                vault.raw()))
                        .toList(),
                null);
    }

    @Override
    public Detail detail(Vault vault) {
        return Detail.of(
                List.of(
                        Detail.Field.of("name", vault.name()),
                        Detail.Field.of("group", vault.id().resourceGroup()),
                        Detail.Field.of("region", vault.location().spelling()),
                        Detail.Field.of("identity", identity(vault)),
                        Detail.Field.of("principal", vault.principalId()),
                        Detail.Field.of("redundancy", vault.redundancy()),
                        Detail.Field.of("soft delete", vault.softDelete()),
                        Detail.Field.of("state", state(vault)),
                        Detail.Field.of("subscription", subscription(vault)),
                        Detail.Field.of("id", vault.id().toString())),
                vault.raw());
    }

    private static Cell identity(Vault vault) {
        return vault.principalId() == null ? Cell.of("none", Tone.WARNING) : Cell.of("system-assigned");
    }

    private static Cell state(Vault vault) {
        boolean well = vault.provisioningState().equalsIgnoreCase("Succeeded");
        return Cell.of(vault.provisioningState(), well ? Tone.PLAIN : Tone.WARNING);
    }

    private static Cell subscription(Vault vault) {
        SubscriptionId subscription = vault.id().subscription();
        return Cell.of(subscription == null ? null : subscription.value());
    }
}
