package dpsh.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.DatasourceKind;
import dpsh.backup.ProtectionState;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import groovy.lang.MissingPropertyException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlikeTest {
    private static final ResourceId ID =
            ResourceId.parse("/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/g/providers/"
                    + "Microsoft.DataProtection/backupVaults/v/backupInstances/disk-1");
    private static final BackupInstance INSTANCE = new BackupInstance(
            ID,
            "disk-1",
            null,
            "Microsoft.Compute/disks",
            new Location("westus"),
            null,
            null,
            List.of(),
            new ProtectionState("ProtectionConfigured"),
            "Succeeded",
            null,
            "{}");

    private static Object evaluate(String text) {
        Binding names = new Binding(Map.of(
                "it", INSTANCE, "state", INSTANCE.state(), "kind", DatasourceKind.DISK, "all", List.of(INSTANCE)));
        return new GroovyShell(names, Dialect.configuration()).evaluate(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state == 'ProtectionConfigured'",
                "'ProtectionConfigured' == state",
                "state == 'protectionconfigured'",
                "!(state != 'ProtectionConfigured')",
                "state != 'ProtectionError'",
                "state == \"Protection${'Configured'}\"",
                "state in ['ProtectionError', 'ProtectionConfigured']",
                "state !in ['ProtectionError']",
                "'ProtectionConfigured' in all*.state",
                "kind == 'disk'",
                "'DISK' == kind",
                "kind in ['disk', 'blob']",
                "kind != 'blob'",
                "it.location == 'West US'",
                "it.id == '" + "/subscriptions/AAAA0A0A-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/G/providers/"
                        + "Microsoft.DataProtection/backupVaults/V/backupInstances/disk-1'",
                "it.name == 'disk-1'",
                "all.count { it.state == 'ProtectionConfigured' } == 1",
                "all.find { x -> x.state != 'ProtectionConfigured' } == null",
                "def f(s) { s == 'ProtectionConfigured' }; f(state)",
                "class C { def same(s) { [s].any { it == 'ProtectionConfigured' } } }; new C().same(state)",
                "state in { it.word.startsWith('Protection') }",
                "switch (state) { case 'ProtectionConfigured': true; break; default: false }",
                "null != state",
                "1 == 1L && 'a' == \"${'a'}\" && [1] == [1G] && null == null && 3 in 1..5 && 'x' in [x: 1]",
            })
    void aValueOfTheDomainEqualsTheTextItIsWrittenAs(String expression) {
        assertThat(evaluate(expression)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state == 'ProtectionError'",
                "kind == 'blob'",
                "state == null",
                "state in []",
                "it.location == 'eastus'",
                "Thread.State.NEW == 'NEW'",
            })
    void andNoOther(String expression) {
        assertThat(evaluate(expression)).isEqualTo(false);
    }

    @Test
    void whatARecordTellsReadsLikeAComponent() {
        assertThat(evaluate("all.collect { \"$it.name $it.state $it.vault.name $it.state.protected\".toString() }"))
                .isEqualTo(List.of("disk-1 ProtectionConfigured v true"));
        assertThatThrownBy(() -> evaluate("it.nmae")).isInstanceOf(MissingPropertyException.class);
        assertThatThrownBy(() -> evaluate("it.hashCode2")).isInstanceOf(MissingPropertyException.class);
    }
}
