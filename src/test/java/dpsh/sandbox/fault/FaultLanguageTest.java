package dpsh.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultLanguageTest {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    private static Selector selector(String keys) {
        FaultLine line = FaultLine.parse("any " + keys);
        Selector selector = Selector.read(line, 7);
        line.end();
        return selector;
    }

    private static Target at(long second) {
        return new Target("GET", "/a/backupInstances", "listInstances", START.plusSeconds(second));
    }

    /** Which of the first requests suffer, one a second. */
    private static List<Integer> suffering(String keys, int requests) {
        Trigger trigger = new Trigger(selector(keys), START);
        List<Integer> fired = new ArrayList<>();
        for (int i = 1; i <= requests; i++) {
            if (trigger.fires(at(i))) {
                fired.add(i);
            }
        }
        return fired;
    }

    @Test
    void lineIsCutIntoKindWordsAndKeys() {
        FaultLine line = FaultLine.parse("  Status 503  message=\"two words\" path=a=b ");

        assertThat(line.kind()).isEqualTo("status");
        assertThat(line.word("a status")).isEqualTo("503");
        assertThat(line.key("message")).isEqualTo("two words");
        assertThat(line.key("path")).isEqualTo("a=b");
        line.end();
        assertThat(line.word()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | begins with its kind",
                "times=2 | begins with its kind",
                "a b=1 b=2 | 'b=' stands twice",
                "a b=\"c | a double quote stays open",
            })
    void badLinesSayWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> FaultLine.parse(line))
                .isInstanceOf(FaultSyntaxException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "times=0 | 'times=0' is not a whole number of at least 1",
                "every=often | 'every=often' is not a whole number",
                "method=FETCH | GET, HEAD, PUT, POST, PATCH and DELETE are",
                "path=( | is no regular expression",
                "on=putEverything | names no operation; these are known",
                "probability=0 | not above 0 and at most 1",
                "probability=2 | not above 0 and at most 1",
                "seed=x | 'seed=x' is not a whole number",
                "for=soon | 'soon' is no duration; 90s, 15m, 2h, 1d and P1DT2H are",
                "after=-PT1S | is no duration between",
                "colour=red | does not know 'colour='; it knows after=, for=,",
                "word | does not know the word 'word'",
            })
    void badSelectorsSayWhatIsAllowed(String keys, String message) {
        assertThatThrownBy(() -> selector(keys))
                .isInstanceOf(FaultSyntaxException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"90s,PT90S", "15m,PT15M", "2h,PT2H", "1d,P1D", "1h30m,PT90M", "P1DT2H,P1DT2H", "PT0.5S,PT0.5S"})
    void spansAreWrittenAsPeopleAndAsMachinesWriteThem(String given, String same) {
        assertThat(Span.parse(given)).isEqualTo(Duration.parse(same));
    }

    @Test
    void selectorTellsItselfInAStableForm() {
        String keys =
                "method=PUT path=\"a b\" on=listInstances,putInstance times=3 every=2 skip=1 probability=0.25 seed=9"
                        + " after=PT1M for=PT2M";

        assertThat(selector(keys).text()).isEqualTo(keys);
        assertThat(selector("for=120s ON=PUTinstance after=4").text()).isEqualTo("on=putInstance skip=4 for=PT2M");
        assertThat(selector("").text()).isEmpty();
    }

    @Test
    void countsSelectRequests() {
        assertThat(suffering("", 3)).containsExactly(1, 2, 3);
        assertThat(suffering("times=2", 5)).containsExactly(1, 2);
        assertThat(suffering("every=3", 9)).containsExactly(3, 6, 9);
        assertThat(suffering("skip=2 every=2 times=2", 12)).containsExactly(4, 6);
        assertThat(suffering("after=2 times=1", 9)).containsExactly(3);
    }

    @Test
    void timesSelectRequests() {
        assertThat(suffering("after=PT3S for=PT3S", 9)).containsExactly(3, 4, 5);
        assertThat(suffering("for=PT3S", 9)).containsExactly(1, 2);
        Trigger trigger = new Trigger(selector("after=PT3S for=PT3S"), START);
        assertThat(trigger.isInForce(START.plusSeconds(2))).isFalse();
        assertThat(trigger.isInForce(START.plusSeconds(3))).isTrue();
        assertThat(trigger.isOver(START.plusSeconds(6))).isTrue();
    }

    @Test
    void sameSeedThrowsTheSameDice() {
        List<Integer> first = suffering("probability=0.3 seed=11", 200);

        assertThat(suffering("probability=0.3 seed=11", 200)).isEqualTo(first);
        assertThat(suffering("probability=0.3 seed=12", 200)).isNotEqualTo(first);
        assertThat(first).hasSizeBetween(30, 90);
        assertThat(suffering("probability=0.3", 200)).isEqualTo(suffering("probability=0.3 seed=7", 200));
    }

    @Test
    void methodPathAndNameSelectRequests() {
        assertThat(suffering("method=put", 3)).isEmpty();
        assertThat(suffering("path=BACKUPinstances$", 1)).containsExactly(1);
        assertThat(suffering("path=/x", 3)).isEmpty();
        assertThat(suffering("on=LISTINSTANCES,putVault", 1)).containsExactly(1);
        assertThat(suffering("on=putInstance", 3)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/subscriptions,listSubscriptions",
        "GET,/subscriptions/s,getSubscription",
        "GET,/subscriptions/s/resourcegroups,listGroups",
        "HEAD,/subscriptions/s/resourceGroups/g,getGroup",
        "GET,/subscriptions/s/providers/Microsoft.DataProtection/backupVaults,listVaults",
        "PUT,/subscriptions/s/resourceGroups/g/providers/Microsoft.DataProtection/BACKUPVAULTS/v,putVault",
        "PATCH,/s/backupVaults/v,patchVault",
        "POST,/s/backupVaults/v/validateForBackup,validateForBackup",
        "GET,/s/backupVaults/v/backupInstances,listInstances",
        "DELETE,/s/backupVaults/v/backupInstances/i,deleteInstance",
        "POST,/s/backupVaults/v/backupInstances/i/backup,backup",
        "GET,/s/backupVaults/v/backupInstances/i/recoveryPoints,listRecoveryPoints",
        "GET,/s/backupVaults/v/backupJobs/j,getJob",
        "GET,/s/locations/l/operationStatus/o==,operationStatus",
        "GET,/s/backupVaults/v/backupInstances/i/operationResults/o,operationResult",
        "PUT,/s/providers/Microsoft.Authorization/roleAssignments/r,putRoleAssignment",
        "POST,/providers/Microsoft.ResourceGraph/resources,queryResources",
        "GET,/elsewhere,other",
        "GET,/,other",
    })
    void requestsHaveNames(String method, String path, String name) {
        List<String> segments =
                Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList();

        assertThat(OperationNames.of(method, segments)).isEqualTo(name);
        assertThat(OperationNames.known()).contains(name);
    }

    @Test
    void errorTableNamesOnlyOperationsThatThereAre() {
        ErrorTable table = ErrorTable.load();

        assertThat(table.entries()).hasSizeGreaterThan(100).allSatisfy(entry -> {
            assertThat(OperationNames.known()).as(entry.code()).containsAll(entry.on());
            assertThat(entry.message()).as(entry.code()).endsWith(entry.code().contains("InvalidInput") ? "d" : ".");
            assertThat(entry.provider())
                    .as(entry.code())
                    .isEqualTo(!entry.action().isEmpty());
            assertThat(entry.later() && !entry.provider()).as(entry.code()).isFalse();
        });
        assertThat(table.get("usererrorMANAGEDDISKnotfound").code()).isEqualTo("UserErrorManagedDiskNotFound");
        assertThatThrownBy(() -> table.get("ManagedDiskNotFound"))
                .hasMessageContaining("did you mean UserErrorManagedDiskNotFound?");
        assertThatThrownBy(() -> table.get("Nonsense")).hasMessageContaining("such as UserError");
    }
}
