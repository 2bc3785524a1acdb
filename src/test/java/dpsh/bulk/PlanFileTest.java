package dpsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dpsh.Seeds;
import dpsh.arm.DpshException;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Finding;
import dpsh.backup.InstanceDraft;
import dpsh.backup.ProtectionState;
import dpsh.backup.Role;
import dpsh.backup.RoleNeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {
    private static final Instant MADE = Instant.parse("2026-11-21T09:00:00Z");
    private static final String HERE = "https://management.azure.com";
    private static final ResourceId VAULT = ResourceId.parse(Seeds.VAULT);
    private static final RoleNeed NEED = new RoleNeed(Role.DISK_BACKUP_READER, ResourceId.parse(Seeds.DISK));

    private static PlanItem item(int number, PlanItem.Verdict verdict) {
        InstanceDraft draft = new InstanceDraft(
                "i-" + number,
                DatasourceKind.DISK,
                ResourceId.parse(Seeds.DISK),
                new Location("West US"),
                ResourceId.parse(Seeds.DISK_POLICY),
                ResourceId.parse(Seeds.SNAPSHOTS),
                null);
        return new PlanItem(
                number,
                draft,
                VAULT,
                verdict,
                List.of(Finding.error("Code", "böse \"\u001b[31m\u202e\" name", null), Finding.note("n")),
                List.of(NEED),
                verdict == PlanItem.Verdict.UNCHANGED ? new ProtectionState("ProtectionConfigured") : null);
    }

    private static Plan plan() {
        return new Plan(
                "7b0e",
                MADE,
                HERE,
                "tenant-1",
                "3 disks",
                RoleScope.GROUP,
                List.of(
                        item(1, PlanItem.Verdict.PROTECT),
                        item(2, PlanItem.Verdict.UNCHANGED),
                        item(3, PlanItem.Verdict.BLOCKED)),
                List.of(new GrantNeed(NEED, VAULT, 2)),
                new Forecast(7, 9, Duration.ofSeconds(700), Duration.ofSeconds(600)),
                List.of(Finding.warning("w", "f")));
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        assertThat(PlanFile.read("p", PlanFile.text(plan()))).isEqualTo(plan());
    }

    @Test
    void theFileHoldsNoCharacterThatATerminalActsOn() {
        assertThat(PlanFile.text(plan())).matches("[ -~]+");
    }

    @Test
    void layingItOutAnewLeavesItWhole() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        String pretty = json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(PlanFile.text(plan())));
        assertThat(pretty.lines().count()).isGreaterThan(50);
        assertThat(PlanFile.read("p", pretty)).isEqualTo(plan());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"verdict\":\"blocked\"~\"verdict\":\"protect\"",
                "msdiskbackup~msdiskbackuq",
                "\"number\":3~\"number\":4",
                "2026-11-21T~2026-11-22T",
                "\"tenant\":\"tenant-1\"~\"tenant\":null",
                "\"forecast\"~\"forecasd\"",
                "plan/1\",\"sha256\":\"~plan/1\",\"sha256\":\"0"
            })
    void anEditIsNoticed(String edit) {
        String[] parts = edit.split("~");
        String text = PlanFile.text(plan());
        assertThat(text).contains(parts[0]);
        assertThatThrownBy(() -> PlanFile.read("p.json", text.replace(parts[0], parts[1])))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("'p.json' was edited");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "hello",
                "{\"id\":\"/subscriptions/x\"}",
                "{\"dpsh\":\"estate/1\"}",
                "{\"dpsh\":\"plan/1\",\"plan\":{}}",
                "{\"dpsh\":\"plan/1\",\"sha256\":\"0\",\"plan\":",
                "{\"plan\":{},\"dpsh\":\"plan/x\"}"
            })
    void whatIsNoPlanIsRefusedAsSuch(String text) {
        assertThatThrownBy(() -> PlanFile.read("p.json", text))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("'p.json' is no plan");
    }

    @Test
    void aWholeFileThatMissesSomethingIsRefused() throws JsonProcessingException {
        String content = "{\"items\":[{\"number\":1}]}";
        String text;
        try {
            text = "{\"dpsh\":\"plan/1\",\"sha256\":\"" + PlanDigest.of(content) + "\",\"plan\":" + content + "}";
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        assertThatThrownBy(() -> PlanFile.read("p", text)).hasMessageContaining("it has no vault");
    }

    @Test
    void aPlanOfANewerDpshSaysSo() {
        assertThatThrownBy(() -> PlanFile.read("p", PlanFile.text(plan()).replace("plan/1", "plan/2")))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("newer dpsh");
    }

    @Test
    void anotherServiceOrTenantAndOldAgeAreRefused() {
        Instant soon = MADE.plus(Duration.ofDays(6));
        assertThatCode(() -> PlanFile.check(plan(), HERE, "TENANT-1", soon, false))
                .doesNotThrowAnyException();
        assertThatCode(() -> PlanFile.check(plan(), HERE, null, soon, false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> PlanFile.check(plan(), "http://127.0.0.1:9", "tenant-1", soon, true))
                .hasMessageContaining("this session works at http://127.0.0.1:9");
        assertThatThrownBy(() -> PlanFile.check(plan(), HERE, "tenant-2", soon, true))
                .hasMessageContaining("signed in to tenant-2");
        Instant late = MADE.plus(Duration.ofDays(8));
        assertThatThrownBy(() -> PlanFile.check(plan(), HERE, "tenant-1", late, false))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("8 days old");
        assertThatCode(() -> PlanFile.check(plan(), HERE, "tenant-1", late, true))
                .doesNotThrowAnyException();
    }
}
