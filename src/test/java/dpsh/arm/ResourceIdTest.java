package dpsh.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceIdTest {
    private static final String DISK =
            "/subscriptions/xxxxxxxx-xxxx-xxxx-xxxx/resourcegroups/RG-DiskBackup/providers/Microsoft.Compute/disks/msdiskbackup";
    private static final String VAULT =
            "/subscriptions/s/resourceGroups/rg/providers/Microsoft.DataProtection/backupVaults/v";

    @Test
    void readsTheDiskArticlesId() {
        ResourceId disk = ResourceId.parse(DISK);
        assertThat(disk.subscription()).isEqualTo(new SubscriptionId("xxxxxxxx-xxxx-xxxx-xxxx"));
        assertThat(disk.resourceGroup()).isEqualTo("RG-DiskBackup");
        assertThat(disk.type()).isEqualTo("Microsoft.Compute/disks");
        assertThat(disk.name()).isEqualTo("msdiskbackup");
        assertThat(disk).hasToString(DISK);
        assertThat(disk.isOf("microsoft.compute/DISKS")).isTrue();
        assertThat(disk.isOf("Microsoft.Compute/snapshots")).isFalse();
    }

    @Test
    void readsASubscriptionAGroupAChildAndAnExtension() {
        ResourceId subscription = ResourceId.parse("/subscriptions/s");
        assertThat(subscription.isSubscription()).isTrue();
        assertThat(subscription.isGroup()).isFalse();
        assertThat(subscription.type()).isEqualTo("Microsoft.Resources/subscriptions");
        assertThat(subscription.parent()).isNull();
        assertThat(subscription.resourceGroup()).isNull();

        ResourceId group = ResourceId.parse("/subscriptions/s/resourceGroups/rg");
        assertThat(group.isGroup()).isTrue();
        assertThat(group.type()).isEqualTo("Microsoft.Resources/resourceGroups");
        assertThat(group.parent()).isEqualTo(subscription);

        ResourceId instance = ResourceId.parse(VAULT + "/backupInstances/i");
        assertThat(instance.type()).isEqualTo("Microsoft.DataProtection/backupVaults/backupInstances");
        assertThat(instance.parent()).hasToString(VAULT);
        assertThat(instance.parent().parent()).isEqualTo(group);

        ResourceId assignment = instance.extension("Microsoft.Authorization/roleAssignments", "a");
        assertThat(assignment.type()).isEqualTo("Microsoft.Authorization/roleAssignments");
        assertThat(assignment.parent()).isEqualTo(instance);
        assertThat(group.extension("Microsoft.Authorization/roleAssignments", "a")
                        .parent())
                .isEqualTo(group);
    }

    @Test
    void readsATenantsIdWithoutASubscription() {
        ResourceId role = ResourceId.parse("/providers/Microsoft.Authorization/roleDefinitions/r");
        assertThat(role.subscription()).isNull();
        assertThat(role.resourceGroup()).isNull();
        assertThat(role.type()).isEqualTo("Microsoft.Authorization/roleDefinitions");
        assertThat(role.parent()).isNull();
    }

    @Test
    void aGroupCalledProvidersIsAGroup() {
        ResourceId group = ResourceId.parse("/subscriptions/s/resourceGroups/providers");
        assertThat(group.isGroup()).isTrue();
        assertThat(group.name()).isEqualTo("providers");
        ResourceId disk = group.child("Microsoft.Compute/disks", "providers");
        assertThat(disk.type()).isEqualTo("Microsoft.Compute/disks");
        assertThat(disk.parent()).isEqualTo(group);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  /subscriptions/s/resourceGroups/rg  ",
                "\"/subscriptions/s/resourceGroups/rg\"",
                "'/subscriptions/s/resourceGroups/rg'",
                "/subscriptions/s/resourceGroups/rg/",
            })
    void forgivesHowPeoplePaste(String pasted) {
        assertThat(ResourceId.parse(pasted)).hasToString("/subscriptions/s/resourceGroups/rg");
        assertThat(ResourceId.looksLikeId(pasted)).isTrue();
    }

    @Test
    void aPlainNameIsNoId() {
        assertThat(ResourceId.looksLikeId("msdiskbackup")).isFalse();
        assertThat(ResourceId.looksLikeId("")).isFalse();
        assertThat(ResourceId.looksLikeId("Microsoft.Compute/disks/d")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `` | it is empty
            `   ` | it is empty
            `""` | it is empty
            `/` | it has an empty segment
            msdiskbackup | it does not begin with /subscriptions/
            subscriptions/s | it does not begin with /subscriptions/
            https://management.azure.com/subscriptions/s | it is a URL; give the part that begins with /subscriptions/
            HTTP://x/subscriptions/s | it is a URL
            /subscriptions | the subscription is missing after /subscriptions/
            /subscriptions/ | the subscription is missing after /subscriptions/
            /subscriptions//resourceGroups/rg | it has an empty segment (two slashes in a row)
            /subscriptions/s// | it has an empty segment
            /resourceGroups/rg | it begins with /resourceGroups/ and not with /subscriptions/
            /subscriptions/s/resourceGroups | the name is missing after resourceGroups
            /subscriptions/s/RESOURCEGROUPS | the name is missing after RESOURCEGROUPS
            /subscriptions/s/groups/rg | 'groups' stands where 'resourceGroups' or 'providers' belongs
            /subscriptions/s/resourceGroups/rg/disks/d | 'disks' stands where 'resourceGroups' or 'providers' belongs
            /subscriptions/s/resourceGroups/rg/providers | the namespace is missing after 'providers'
            /subscriptions/s/providers/Microsoft.Compute | the type is missing after Microsoft.Compute
            /subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/disks | the name is missing after 'disks'
            /subscriptions/s/resourceGroups/rg/providers/M.C/disks/d/snapshots | the name is missing after 'snapshots'
            /subscriptions/s/resourceGroups/rg/providers/M.C/disks/d/providers/M.A | the type is missing after M.A
            /providers/M.A/roles | the name is missing after 'roles'
            /subscriptions/s?api-version=2021-01-01 | it carries a query (?api-version=2021-01-01)
            /subscriptions/s/resourceGroups/my group | the segment 'my group' has a blank or a character that no ID has
            /subscriptions/s/resourceGroups/a#b | the segment 'a#b' has a blank or a character that no ID has
            /subscriptions/s/resourceGroups/a\\b | the segment 'a\\b' has a blank or a character that no ID has
            /subscriptions/s/resourceGroups/.. | the segment '..' is a path step, not a name
            /subscriptions/./resourceGroups/rg | the segment '.' is a path step, not a name
            """)
    void saysWhatIsWrongWithEachMalformedShape(String given, String why) {
        assertThatThrownBy(() -> ResourceId.parse(given)).isInstanceOfSatisfying(DpshException.Usage.class, e -> {
            assertThat(e.what()).endsWith("' is no resource ID");
            assertThat(e.why()).startsWith(why);
            assertThat(e.next()).startsWith("an ID looks like /subscriptions/<subscription>/");
        });
    }

    @Test
    void refusesControlCharactersAndPasteAccidents() {
        assertThatThrownBy(() -> ResourceId.parse("/subscriptions/s\u001b[31m/resourceGroups/rg"))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("character that no ID has");
        assertThatThrownBy(() -> ResourceId.parse("/subscriptions/" + "x".repeat(2100)))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("longer than 2048 characters")
                .hasMessageMatching("(?s).{0,160}");
    }

    @Test
    void isWithinItselfAndWhatContainsIt() {
        ResourceId vault = ResourceId.parse(VAULT);
        assertThat(vault.isWithin(ResourceId.parse("/SUBSCRIPTIONS/S"))).isTrue();
        assertThat(vault.isWithin(vault)).isTrue();
        assertThat(vault.isWithin(ResourceId.parse("/subscriptions/s/resourceGroups/r")))
                .as("a name that only begins like the group's")
                .isFalse();
        assertThat(ResourceId.parse("/subscriptions/s").isWithin(vault)).isFalse();
    }

    @Test
    void aChildsNameIsChecked() {
        ResourceId vault = ResourceId.parse(VAULT);
        assertThatThrownBy(() -> vault.child("backupInstances", "a b")).isInstanceOf(DpshException.Usage.class);
        assertThatThrownBy(() -> vault.child("backupInstances", "")).isInstanceOf(DpshException.Usage.class);
        assertThatThrownBy(() -> vault.child("backupInstances", "a/b")).isInstanceOf(DpshException.Usage.class);
        assertThatThrownBy(() -> vault.child("backupInstances", "..")).isInstanceOf(DpshException.Usage.class);
    }
}
