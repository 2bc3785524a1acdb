package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.sandbox.fault.ErrorTable;
import dpsh.sandbox.fault.FaultSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultGrammarTest {
    private final FaultGrammar grammar = new FaultGrammar(ErrorTable.load());

    private String words(String line) {
        return grammar.read(line, 1).words();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code UserErrorManagedDiskNotFound",
                "code TooManyRequests retry-after=3",
                "status 503",
                "status 418 retry-after=5 code=Teapot message=\"short and stout\"",
                "storm 429 retry-after=17",
                "reset before-headers",
                "reset before-request",
                "reset in-body bytes=100",
                "close before-headers",
                "close before-request",
                "truncate bytes=50",
                "silence",
                "garbage",
                "garbage text=\"no http\"",
                "html status=502",
                "length +10",
                "length -1",
                "slow PT5S",
                "duplicate",
                "duplicate answer=first",
                "list-lag PT30S",
                "role-lag PT10M",
                "token-life PT5M",
                "foreign nextLink host=evil.example",
                "foreign redirect host=evil.example:8443",
            })
    void everyKindIsWrittenBackAsItWasRead(String line) {
        assertThat(words(line)).isEqualTo(line);
    }

    @Test
    void shortFormsMeanTheUsual() {
        assertThat(words("storm")).isEqualTo("storm 429 retry-after=10");
        assertThat(words("RESET")).isEqualTo("reset before-headers");
        assertThat(words("reset in-body after=7")).isEqualTo("reset in-body bytes=7");
        assertThat(words("slow 2m")).isEqualTo("slow PT2M");
        assertThat(words("code usererrormanageddisknotfound")).isEqualTo("code UserErrorManagedDiskNotFound");
        assertThat(grammar.read("code RoleAssignmentExists", 1).selector().text())
                .isEqualTo("on=putRoleAssignment");
        assertThat(grammar.read("code RoleAssignmentExists method=GET", 1)
                        .selector()
                        .text())
                .isEqualTo("method=GET");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explode | 'explode' is no kind of fault; code, status, storm",
                "code | 'code' needs an error code",
                "code Unheard | not in the table",
                "status | 'status' needs a status",
                "status 200 | not a whole number of at least 400",
                "status 700 | 400 to 599 are",
                "status 503 retry-after=soon | 'retry-after=soon' is not a whole number",
                "reset later | before-request (nothing happens at the service)",
                "close in-body | before-request and before-headers are",
                "length 10 | +10 and -10 are",
                "slow | 'slow' needs a duration",
                "duplicate answer=third | first and second are",
                "list-lag 5m times=2 | 'list-lag' does not know 'times='; it knows after=, for=",
                "foreign | 'foreign' needs what is foreign",
                "foreign body host=a | nextLink, location, azure-asyncoperation and redirect are",
                "foreign location | needs host=",
                "foreign location host=a/b | needs host=",
                "html status=42 | at least 200",
                "truncate bytes=many | 'bytes=many' is not a whole number",
            })
    void errorsSayWhatIsWrongAndWhatIsAllowed(String line, String message) {
        assertThatThrownBy(() -> grammar.read(line, 1))
                .isInstanceOf(FaultSyntaxException.class)
                .hasMessageContaining(message);
    }
}
