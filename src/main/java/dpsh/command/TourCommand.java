package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.Subscription;
import dpsh.session.Place;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.Listing;
import dpsh.view.Noun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Walks through the first protection in a sandbox, line by line. At Azure it does nothing. */
@Command(
        name = "tour",
        description = {
            "Walk through a first protection in the sandbox, step by step.",
            "Each step says what comes, waits for Enter and carries a line out. q leaves; the number of a step goes on"
                    + " there."
        },
        footer = {"tour", "tour 6", "tour --list"})
final class TourCommand implements Callable<ExitCode>, Tabular {
    private static final String VAULT = "testBkpVault";

    private static final List<Column> COLUMNS = List.of(Column.number("step"), Column.whole("what"), Column.of("line"));

    private final Desk desk;
    private final List<TourStep> steps = TourStep.load();

    @Parameters(index = "0", arity = "0..1", paramLabel = "STEP", description = "The step to begin with (1).")
    private int from;

    @Option(names = "--list", description = "Only list the steps.")
    private boolean list;

    TourCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        if (list) {
            list();
            return ExitCode.DONE;
        }
        int first = from == 0 ? 1 : from;
        if (first < 1 || first > steps.size()) {
            throw new DpshException.Usage(
                    "the tour has no step " + first, "it has " + steps.size(), "`tour --list` shows them");
        }
        refuseElsewhere();
        Place place = desk.place();
        ResourceId vault = place.vault();
        boolean stands = first == 1 || vault != null && vault.name().equalsIgnoreCase(VAULT);
        desk.follow(new Tour(
                steps,
                first - 1,
                stands ? null : steps.get(0).line(),
                desk.screen(),
                !desk.settings().yes()));
        return ExitCode.DONE;
    }

    /** A tour changes things: never at Azure. */
    private void refuseElsewhere() {
        if (!desk.session().profile().sandbox() && !isServed()) {
            throw new DpshException.Refused(
                    "the tour is for a sandbox",
                    "this session works at " + desk.session().profile().label() + ", where it would change things",
                    "start dpsh --sandbox, then: tour");
        }
        if (desk.service().resources().subscriptions().all().stream().noneMatch(this::holdsTheVault)) {
            throw new DpshException.Refused(
                    "the tour needs the sandbox's own estate",
                    "there is no vault " + VAULT + " here",
                    "start dpsh --sandbox without --estate, then: tour");
        }
    }

    private boolean holdsTheVault(Subscription subscription) {
        return desk.service().backup().vaults(subscription.id(), null).all().stream()
                .anyMatch(vault -> vault.name().equalsIgnoreCase(VAULT));
    }

    /** Whether it answers at the door that only a sandbox has; nothing is asked of an endpoint beyond this machine. */
    private boolean isServed() {
        try {
            desk.service().sandbox().clock();
            return true;
        } catch (DpshException noSandbox) {
            return false;
        }
    }

    private void list() {
        List<Listing.Row> rows = new ArrayList<>();
        for (TourStep step : steps) {
            int number = rows.size() + 1;
            rows.add(step.row(number));
        }
        desk.show(new Listing(Noun.of("step"), COLUMNS, rows, null));
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }
}
