package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.session.Place;
import dpsh.session.PlaceNames;
import dpsh.session.Profile;
import dpsh.session.Session;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves the session to a subscription, group or vault. */
@Command(
        name = "use",
        description = {
            "Choose the subscription, group or vault to work at.",
            "Alone it lists the subscriptions that you can read; - goes back to where you were."
        },
        footer = {
            "use vault testBkpVault",
            "use subscription \"Backup Operations\"",
            "use vault testBkpVault --save",
            "use -"
        })
final class UseCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KIND|PLACE-ID",
            completionCandidates = PlaceKinds.class,
            description = "subscription, group, vault or nowhere; left out before an ID.")
    private @Nullable String kind;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME|ID", description = "Its name or ID.")
    private @Nullable String name;

    @Option(names = "--save", description = "Begin there from now on; the profile keeps it.")
    private boolean save;

    UseCommand(Desk desk) {
        this.desk = desk;
    }

    /** Prints the subscriptions, or nothing on standard output and {@code at vault x (group, subscription)} beside it. */
    @Override
    public ExitCode call() {
        Moves moves = new Moves(desk);
        if (kind == null && !save) {
            return desk.show(desk.service().resources().subscriptions(), moves::listed);
        }
        if (save) {
            refuseForeign(desk.session().profile());
        }
        if (kind != null) {
            move(moves, kind);
        }
        Session session = desk.session();
        Place here = desk.place();
        if (save) {
            session.saved().profiles().stand(session.profile().name(), here, session.nameOf(here.subscription()));
        }
        String where = here.equals(Place.NOWHERE)
                ? "nowhere in particular"
                : "at " + PlaceWords.of(here, session.subscriptionName());
        desk.note(where + (save ? "; the profile '" + session.profile().name() + "' begins here" : ""), Tone.DIM);
        return ExitCode.DONE;
    }

    private static void refuseForeign(Profile profile) {
        if (!profile.isOwn()) {
            throw new DpshException.Usage(
                    "the place of the profile '" + profile.name() + "' cannot be one here",
                    "the profile is of " + profile.saved().service().words() + ", and this session is at "
                            + profile.service().words(),
                    "`profile create NAME` keeps this service and place");
        }
    }

    private void move(Moves moves, String what) {
        if (name == null && what.equals("-")) {
            Place before = desk.session().before();
            if (before == null) {
                throw new DpshException.Usage(
                        "there is no place to go back to", "this session did not move yet", "`use vault NAME` moves");
            }
            desk.session().stand(before);
        } else if (name == null && what.equalsIgnoreCase("nowhere")) {
            desk.session().stand(Place.NOWHERE);
        } else if (name != null) {
            desk.session().startAt(PlaceNames.NONE);
            moves.byKind(what.toLowerCase(Locale.ROOT), name);
        } else if (ResourceId.looksLikeId(what)) {
            desk.session().startAt(PlaceNames.NONE);
            moves.byId(ResourceId.parse(what));
        } else {
            throw new DpshException.Usage(
                    "`use " + what + "` does not say which one",
                    null,
                    "`use vault NAME`, `use subscription NAME`, `use group NAME`, or `use ID`");
        }
        desk.moved();
    }
}
