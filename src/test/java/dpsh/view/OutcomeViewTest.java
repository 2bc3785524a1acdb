package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.ErrorBody;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeViewTest {
    private static final Outcome FAILED = new Outcome.Failed(
            new ErrorBody(
                    "UserErrorDppDatasourceAlreadyProtected",
                    "Datasource is already protected under the Backup vault testBkpVault.",
                    null,
                    List.of("Delete the backup instance."),
                    "0c99ff0f",
                    ""),
            400,
            "other");

    private final OutcomeView view = new OutcomeView(ErrorCatalog.load());

    private String words(Outcome outcome) {
        return view.words(outcome).painted(new MarkedInk());
    }

    @Test
    void putsEachOutcomeIntoWords() {
        assertThat(words(new Outcome.Succeeded("ProtectionConfigured")))
                .isEqualTo("good(succeeded): ProtectionConfigured");
        assertThat(words(new Outcome.Succeeded(""))).isEqualTo("good(succeeded)");
        assertThat(words(FAILED))
                .isEqualTo(
                        "bad(failed): UserErrorDppDatasourceAlreadyProtected: Datasource is already protected under the"
                                + " Backup vault testBkpVault. Use that instance, or end its protection before you protect the"
                                + " datasource elsewhere (`instance list`). [activity 0c99ff0f]");
        assertThat(words(new Outcome.Failed(ErrorBody.of("NewCode", ""), 500, null)))
                .isEqualTo("bad(failed): NewCode.");
        assertThat(words(new Outcome.Canceled())).isEqualTo("bad(canceled at the service)");
        assertThat(words(new Outcome.Unknown("the connection broke."))).isEqualTo("bad(unknown): the connection broke");
        assertThat(words(new Outcome.NotSent())).isEqualTo("dim(not sent)");
    }

    /** Law 2: telling {@code StillRunning} as the case above it turns this red. */
    @Test
    void neverCallsDoneWhatWasOnlyAccepted() {
        Outcome running = new Outcome.StillRunning("ConfiguringProtection");
        assertThat(words(running)).isEqualTo("warning(still running): ConfiguringProtection");
        assertThat(view.exitCode(running)).isEqualTo(ExitCode.TIMED_OUT);
        assertThat(view.json(running)).isEqualTo("{\"outcome\":\"running\",\"detail\":\"ConfiguringProtection\"}");
    }

    @Test
    void givesEachOutcomeItsExitCode() {
        assertThat(view.exitCode(new Outcome.Succeeded("gone"))).isEqualTo(ExitCode.DONE);
        assertThat(view.exitCode(new Outcome.NotSent())).isEqualTo(ExitCode.DONE);
        assertThat(view.exitCode(FAILED)).isEqualTo(ExitCode.FAILED);
        assertThat(view.exitCode(new Outcome.Failed(ErrorBody.of("AuthorizationFailed", ""), 403, null)))
                .isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(view.exitCode(new Outcome.Canceled())).isEqualTo(ExitCode.FAILED);
        assertThat(view.exitCode(new Outcome.Unknown("x"))).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void writesEachOutcomeAsJson() {
        assertThat(view.json(FAILED))
                .isEqualTo("{\"outcome\":\"failed\",\"code\":\"UserErrorDppDatasourceAlreadyProtected\","
                        + "\"cause\":\"Datasource is already protected under the Backup vault testBkpVault\","
                        + "\"next\":\"Use that instance, or end its protection before you protect the datasource elsewhere"
                        + " (`instance list`)\",\"status\":400,\"correlationId\":\"0c99ff0f\"}");
        assertThat(view.json(new Outcome.Succeeded("gone")))
                .isEqualTo("{\"outcome\":\"succeeded\",\"detail\":\"gone\"}");
        assertThat(view.json(new Outcome.Canceled())).isEqualTo("{\"outcome\":\"canceled\"}");
        assertThat(view.json(new Outcome.Unknown("x"))).isEqualTo("{\"outcome\":\"unknown\",\"detail\":\"x\"}");
        assertThat(view.json(new Outcome.NotSent())).isEqualTo("{\"outcome\":\"notSent\"}");
    }
}
