package dpsh.command;

import dpsh.client.SandboxDoor;
import dpsh.view.ExitCode;
import dpsh.view.RequestText;
import dpsh.view.SandboxFaultView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Orders a fault from the sandbox that the session talks to. */
@Command(
        name = "add",
        description = {
            "Let something go wrong in the sandbox.",
            "Kinds: code, status, storm, reset, close, truncate, silence, garbage, html,",
            "length, slow, duplicate, list-lag, role-lag, token-life, foreign; then keys:",
            "method= path= on= times= every= skip= probability= seed= after= for=."
        },
        footer = {
            "sandbox fault add code UserErrorMissingRequiredPermissions times=1",
            "sandbox fault add status 503 method=GET every=5",
            "sandbox fault add storm 429 for=2m retry-after=17",
            "sandbox fault add reset before-headers on=putInstance"
        })
final class AddFaultCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(arity = "1..*", paramLabel = "LINE", description = "The fault's kind, its words and its keys.")
    private List<String> words = new ArrayList<>();

    AddFaultCommand(Desk desk) {
        this.desk = desk;
    }

    /** Prints the fault with its ID. */
    @Override
    public ExitCode call() {
        SandboxDoor.Asked ordering = SandboxDoor.ordering(line());
        if (desk.settings().showRequest()) {
            desk.showing().shown(new RequestText(ordering.method(), ordering.path(), ordering.body()));
            return ExitCode.DONE;
        }
        desk.show(new SandboxFaultView(), desk.service().sandbox().order(ordering));
        return ExitCode.DONE;
    }

    /** One word is the whole line; of several, a value with blanks gets its quotes back. */
    private String line() {
        if (words.size() == 1) {
            return words.get(0);
        }
        return words.stream()
                .map(word -> {
                    int equals = word.indexOf('=');
                    return equals > 0 && word.contains(" ")
                            ? word.substring(0, equals + 1) + "\"" + word.substring(equals + 1) + "\""
                            : word;
                })
                .collect(Collectors.joining(" "));
    }
}
