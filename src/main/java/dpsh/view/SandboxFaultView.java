package dpsh.view;

import dpsh.backup.SandboxFault;
import java.util.List;

/** Faults that a sandbox was told to have. */
public final class SandboxFaultView implements View<SandboxFault> {
    private static final Noun NOUN = Noun.of("fault");
    public static final List<Column> COLUMNS =
            List.of(Column.whole("id"), Column.whole("fault"), Column.number("suffered"));

    @Override
    public Listing listing(List<SandboxFault> faults) {
        return new Listing(
                NOUN,
                COLUMNS,
                faults.stream()
                        .map(f -> new Listing.Row(
                                List.of(Cell.of(f.id()), Cell.of(f.line()), Cell.of(Long.toString(f.suffered()))),
                                f.raw()))
                        .toList(),
                null);
    }

    @Override
    public Detail detail(SandboxFault fault) {
        return Detail.of(
                List.of(
                        Detail.Field.of("id", fault.id()),
                        Detail.Field.of("fault", fault.line()),
                        Detail.Field.of("suffered", Long.toString(fault.suffered()))),
                fault.raw());
    }
}
