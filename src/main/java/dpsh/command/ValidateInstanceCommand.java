package dpsh.command;

import dpsh.view.ExitCode;
import dpsh.view.FindingView;
import dpsh.view.OutcomeView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has the service validate a request; nothing is changed. */
@Command(
        name = "validate",
        description = {
            "Have the service validate the session's draft.",
            "Or a request made from the same options. Nothing is changed."
        },
        footer = {"instance validate", "instance validate --body request.json"})
final class ValidateInstanceCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final OperationWatch watch;

    @Mixin
    private final DraftOptions options = new DraftOptions();

    ValidateInstanceCommand(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.watch = new OperationWatch(desk, outcomes);
    }

    @Override
    public ExitCode call() {
        DraftOptions.Request request = options.request(desk);
        String name = request.draft().datasource().name();
        if (request.isBlocked()) {
            throw Refusals.of(name, request.findings());
        }
        request.findings().forEach(finding -> desk.say(FindingView.sentence(finding)));
        desk.session().keep(request.draft());
        return watch.run(
                () -> desk.service().operations().validate(request.vault().id(), request.draft()),
                "validate " + name,
                true);
    }
}
