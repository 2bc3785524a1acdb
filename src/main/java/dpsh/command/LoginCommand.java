package dpsh.command;

import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Signs in. */
@Command(
        name = "login",
        description = {
            "Sign in and show who that is.",
            "Without a METHOD the first that works: environment, workload identity,",
            "managed identity, az login. Browser and device code last for this process:",
            "no token is ever stored."
        },
        footer = {"login", "login device-code"})
final class LoginCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(
            arity = "0..1",
            paramLabel = "METHOD",
            description = "environment, workload-identity, managed-identity, az, device-code or browser.",
            completionCandidates = SignInMethods.class)
    private @Nullable String method;

    LoginCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        var signIn = desk.service().signIn();
        var account = method == null
                ? signIn.account()
                : signIn.login(method, instruction -> desk.note(instruction, Tone.WARNING));
        if (method != null && List.of("device-code", "browser").contains(method.toLowerCase(Locale.ROOT))) {
            desk.note("this sign-in lasts until dpsh ends: no token is ever stored", Tone.DIM);
        }
        desk.show(AccountDetail.of(account, desk.session().profile().endpoint()));
        return ExitCode.DONE;
    }
}
