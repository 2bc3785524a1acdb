package dpsh.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every word of the contract (2024-04-01) and the ones that were seen beyond it. */
class ProtectionStateTest {
    @ParameterizedTest
    @CsvSource({
        "ProtectionConfigured, protected",
        "protectionconfigured, protected",
        "ConfiguringProtection, pending",
        "UpdatingProtection, pending",
        "SoftDeleting, going",
        "ConfiguringProtectionFailed, broken",
        "ProtectionError, broken",
        "Invalid, broken",
        "NotProtected, broken",
        "ProtectionStopped, stopped",
        "BackupSchedulesSuspended, stopped",
        "BackupsSuspended, stopped",
        "RetentionSchedulesSuspended, stopped",
        "SoftDeleted, going",
        "SomethingOfNextYear, none"
    })
    void eachWordMeansOneThingOrIsOnlyShown(String word, String meaning) {
        ProtectionState state = new ProtectionState(word);
        assertThat(Stream.of(
                        state.isProtected() ? "protected" : "",
                        state.isPending() ? "pending" : "",
                        state.isGoing() ? "going" : "",
                        state.isBroken() ? "broken" : "",
                        state.isStopped() ? "stopped" : ""))
                .filteredOn(said -> !said.isEmpty())
                .isEqualTo(meaning.equals("none") ? List.of() : List.of(meaning));
        assertThat(state).hasToString(word);
    }

    @Test
    void isComparedWithoutCase() {
        assertThat(new ProtectionState("PROTECTIONERROR"))
                .isEqualTo(new ProtectionState("ProtectionError"))
                .hasSameHashCodeAs(new ProtectionState("ProtectionError"))
                .isNotEqualTo(new ProtectionState("ProtectionStopped"));
    }
}
