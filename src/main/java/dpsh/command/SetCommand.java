package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.session.Preference;
import dpsh.session.Preferences;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the operator prefers about the shell: all of it, or one thing chosen. */
@Command(
        name = "set",
        description = {
            "How the shell looks and behaves; alone it lists what can be chosen, the default first.",
            "What is chosen is saved. It holds at the prompt; scripts and pipes always begin with the defaults."
        },
        footer = {"set", "set output record", "set hints off --session", "set output --reset"})
final class SetCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KEY",
            completionCandidates = PreferenceWords.class,
            description = "What to choose; `set` lists them.")
    private @Nullable String key;

    @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", description = "What it shall be.")
    private @Nullable String value;

    @Option(names = "--session", description = "For this session only; nothing is saved.")
    private boolean session;

    @Option(names = "--reset", description = "Go back to the default.")
    private boolean reset;

    SetCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        if (key == null) {
            refuseIdle();
            show(List.of(Preference.values()));
            return ExitCode.DONE;
        }
        int equals = key.indexOf('=');
        if (equals > 0 && value == null) {
            value = key.substring(equals + 1);
            key = key.substring(0, equals);
        }
        Preference preference = PreferenceWords.named(key);
        if (reset) {
            if (value != null) {
                throw new DpshException.Usage("--reset and a value contradict each other", null, "give one of them");
            }
            reset(preference);
        } else if (value != null) {
            choose(preference, value);
        } else {
            refuseIdle();
            show(List.of(preference));
        }
        return ExitCode.DONE;
    }

    private void refuseIdle() {
        if (session || reset) {
            throw new DpshException.Usage(
                    (reset ? "--reset" : "--session") + " lacks what it is about", null, "`set` lists the keys");
        }
    }

    /** Says {@code output is json from now on} on standard error. */
    private void choose(Preference preference, String word) {
        Preferences preferences = desk.session().preferences();
        if (session) {
            preferences.set(preference, word);
        } else {
            preferences.save(preference, word);
        }
        desk.note(
                preference.word() + " is " + preferences.get(preference)
                        + (session ? " for this session" : " from now on"),
                Tone.DIM);
    }

    private void reset(Preference preference) {
        Preferences preferences = desk.session().preferences();
        if (session) {
            preferences.reset(preference);
        } else {
            preferences.forget(preference);
        }
        desk.note(preference.word() + " is " + preferences.get(preference) + ", the default", Tone.DIM);
    }

    private void show(List<Preference> chosen) {
        desk.show(new PreferenceRows(desk.session().preferences()).listing(chosen));
    }

    @Override
    public List<Column> columns() {
        return PreferenceRows.COLUMNS;
    }
}
