package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "subscriptions/a",
                "/subscriptions",
                "/subscriptions/",
                "/subscriptions//resourceGroups/g",
                "/subscriptions/a/groups/g",
                "/subscriptions/a/resourceGroups/g/providers/Microsoft.Compute",
                "/subscriptions/a/resourceGroups/g/things/Microsoft.Compute/disks/d",
                "/subscriptions/a/resourceGroups/g/providers/Microsoft.Compute/disks"
            })
    void whatIsNoIdIsNone(String text) {
        assertThat(ArmId.parse(text)).isNull();
    }

    @Test
    void partsAreTakenFromTheirPlaces() {
        ArmId id = ArmId.of(
                "/subscriptions/a/resourcegroups/G/providers/Microsoft.DataProtection/backupVaults/v/backupPolicies/p");

        assertThat(id.type()).isEqualTo("Microsoft.DataProtection/backupVaults/backupPolicies");
        assertThat(id.parent().name()).isEqualTo("v");
        assertThat(id.groupId()).isEqualTo(ArmId.of("/SUBSCRIPTIONS/A/resourceGroups/g"));
        assertThat(id.lineage())
                .extracting(ArmId::text)
                .containsExactly(
                        id.text(),
                        "/subscriptions/a/resourcegroups/G/providers/Microsoft.DataProtection/backupVaults/v",
                        "/subscriptions/a/resourcegroups/G",
                        "/subscriptions/a");
    }

    @Test
    void idHoldsWhatIsBelowItButNoLongerName() {
        ArmId group = ArmId.of("/subscriptions/a/resourceGroups/snap");

        assertThat(group.holds(ArmId.of("/subscriptions/A/resourcegroups/SNAP")))
                .isTrue();
        assertThat(group.holds(group.resource("N", "t", "x"))).isTrue();
        assertThat(group.holds(ArmId.of("/subscriptions/a/resourceGroups/snapshots")))
                .isFalse();
    }
}
