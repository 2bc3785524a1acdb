package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.session.Aliases;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The operator's own words for lines. */
@Command(
        name = "alias",
        description = {
            "Your own word for a line; alone it lists them. They are saved, and act at the prompt.",
            "What is typed behind the word is put at the line's end, or where $1, $2 stand in it.",
            "Quote a line that has | ; > or & in it."
        },
        footer = {
            "alias",
            "alias open = instance list --output record",
            "alias count = \"instance list -o json | jq length\"",
            "alias --remove open"
        })
final class AliasCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--remove", description = "Forget the word.")
    private boolean remove;

    @Parameters(arity = "0..*", paramLabel = "WORD [=] LINE", description = "The word, and the line it stands for.")
    private List<String> words = List.of();

    AliasCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        Aliases aliases = desk.session().saved().aliases();
        if (remove) {
            if (words.size() != 1) {
                throw new DpshException.Usage("--remove takes one word", null, "`alias --remove WORD`");
            }
            aliases.forget(words.get(0));
            return ExitCode.DONE;
        }
        if (words.isEmpty()) {
            show(aliases.all());
            return ExitCode.DONE;
        }
        List<String> given = new ArrayList<>(words);
        String word = given.remove(0);
        int equals = word.indexOf('=');
        if (equals > 0) {
            String rest = word.substring(equals + 1);
            word = word.substring(0, equals);
            if (!rest.isEmpty()) {
                given.add(0, rest);
            }
        } else if (!given.isEmpty() && given.get(0).equals("=")) {
            given.remove(0);
            equals = 0;
        }
        if (given.isEmpty() && equals < 0) {
            show(Map.of(word, aliases.find(word)));
            return ExitCode.DONE;
        }
        keep(aliases, word, given);
        return ExitCode.DONE;
    }

    private void keep(Aliases aliases, String word, List<String> given) {
        String line = given.size() == 1 ? given.get(0).strip() : QuotedWords.line(given);
        if (line.isBlank()) {
            throw new DpshException.Usage(
                    "'" + word + "' would stand for nothing", null, "`alias --remove " + word + "`");
        }
        if (spec.root().subcommands().containsKey(word)) {
            throw new DpshException.Usage(
                    "'" + word + "' is a command", "an alias would hide it", "choose another word");
        }
        aliases.keep(word, line);
        desk.note(word + " stands for: " + line, Tone.DIM);
    }

    private void show(Map<String, String> shown) {
        desk.show(AliasRows.listing(shown));
    }

    @Override
    public List<Column> columns() {
        return AliasRows.COLUMNS;
    }
}
