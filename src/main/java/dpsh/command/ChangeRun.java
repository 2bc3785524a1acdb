package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.backup.BackupInstance;
import dpsh.backup.Finding;
import dpsh.client.Change;
import dpsh.view.Cell;
import dpsh.view.Detail;
import dpsh.view.ExitCode;
import dpsh.view.JsonText;
import dpsh.view.OutcomeView;
import dpsh.view.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows what became of the wish to change an instance, and waits for it where there is something to wait for. */
final class ChangeRun {
    private final Desk desk;
    private final OperationWatch watch;

    ChangeRun(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.watch = new OperationWatch(desk, outcomes);
    }

    /** What an instance is called in the lines about it: by what it protects. */
    static String label(String verb, BackupInstance instance) {
        return verb + " "
                + (instance.datasource() == null
                        ? instance.name()
                        : instance.datasource().name());
    }

    /**
     * Ends with how the change ended.
     *
     * @param name what it is about, for the lines, such as "stop msdiskbackup"
     * @throws DpshException.Refused when something stands in the way
     */
    ExitCode run(Change change, String name, boolean wait) {
        if (change instanceof Change.Blocked blocked) {
            Finding finding = blocked.finding();
            throw new DpshException.Refused(finding.message(), null, finding.fix(), finding.serviceCode());
        }
        if (change instanceof Change.Unchanged unchanged) {
            return unchanged(unchanged.why(), name);
        }
        if (change instanceof Change.Begun begun) {
            if (begun.pickedUp()) {
                desk.note(
                        begun.operation().number() < 0
                                ? "it is under way already; nothing new is sent"
                                : "operation " + begun.operation().number() + " of an earlier command is under way;"
                                        + " nothing new is sent",
                        Tone.DIM);
            }
            return watch.run(begun::operation, name, wait);
        }
        return ExitCode.DONE;
    }

    /** Prints {@code stop msdiskbackup: unchanged: it is ProtectionStopped}; JSON: {@code {"outcome":"unchanged","detail":…}}. */
    private ExitCode unchanged(String why, String name) {
        if (!desk.showing().inWords()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("outcome", "unchanged");
            members.put("detail", why);
            desk.show(Detail.of(
                    List.of(
                            Detail.Field.of("about", name),
                            Detail.Field.of("outcome", Cell.of("unchanged", Tone.GOOD)),
                            Detail.Field.of("detail", why)),
                    JsonText.of(members)));
        } else {
            Cell words =
                    Cell.of(name + ": ", Tone.PLAIN).and("unchanged", Tone.GOOD).and(": " + why, Tone.PLAIN);
            desk.screen().out().println(words.painted(desk.screen().ink()));
        }
        return ExitCode.DONE;
    }
}
