package dpsh.command;

import dpsh.session.Preference;
import dpsh.session.Preferences;
import dpsh.view.Detail;
import dpsh.view.ExitCode;
import dpsh.view.JsonText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says under each line how long it took, and with how many requests. */
@Command(
        name = "timing",
        description = {
            "Say under each line how long it took, in how many requests.",
            "For this session; `set timing on` is for ever. Alone it tells how it stands."
        },
        footer = {"timing on", "timing off"})
final class TimingCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "on|off", completionCandidates = OnOff.class, description = "on or off.")
    private @Nullable String word;

    TimingCommand(Desk desk) {
        this.desk = desk;
    }

    /** The words it takes. */
    static final class OnOff extends DescribedWords {
        @Override
        Map<String, String> words() {
            return pairs("on", "tell under each line how long it took", "off", "do not");
        }
    }

    /** Prints nothing, or {@code timing  on}. */
    @Override
    public ExitCode call() {
        Preferences preferences = desk.session().preferences();
        if (word != null) {
            preferences.set(Preference.TIMING, word);
            return ExitCode.DONE;
        }
        String now = preferences.get(Preference.TIMING);
        desk.show(Detail.of(List.of(Detail.Field.of("timing", now)), JsonText.of(Map.of("timing", now))));
        return ExitCode.DONE;
    }
}
