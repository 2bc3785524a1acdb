package dpsh.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.ResourceId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Version-5 UUIDs, against vectors that others published or computed (Python's {@code uuid.uuid5}). */
class NamesTest {
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    /** The first is the example of RFC 9562, appendix A.4; the second of Python's documentation. */
    @ParameterizedTest
    @CsvSource({
        "www.example.com, 2ed6657d-e927-568b-95e1-2665a8aea6a2",
        "python.org, 886313e1-3b8a-5372-9b90-0c9aee199e5d",
        "'', 4ebd0208-8328-5d69-8c44-ec50939c0967",
        "ä, 9a19591e-af5b-586d-b161-7f93e6b7e37e"
    })
    void agreesWithPublishedVectors(String name, String expected) {
        assertThat(Names.nameBased(DNS, name)).hasToString(expected);
    }

    @Test
    void isOfVersionFiveAndVariantTwo() {
        for (int i = 0; i < 100; i++) {
            UUID name = Names.nameBased(Names.INSTANCE_NAMESPACE, "n" + i);
            assertThat(name.version()).isEqualTo(5);
            assertThat(name.variant()).isEqualTo(2);
        }
    }

    @Test
    void anInstanceIsCalledAfterItsResourceInItsOwnSpelling() {
        ResourceId disk =
                ResourceId.parse("/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/disks/MyDisk");
        assertThat(Names.instanceName(disk)).startsWith("MyDisk-").hasSize("MyDisk-".length() + 36);
    }

    @Test
    void anAssignmentsNameDependsOnScopeRoleAndPrincipalAndOnTheirCaseNever() {
        ResourceId group = ResourceId.parse("/subscriptions/s/resourceGroups/rg");
        UUID name = Names.assignmentName(group, Role.DISK_BACKUP_READER, "aaaa");
        assertThat(Names.assignmentName(
                        ResourceId.parse("/SUBSCRIPTIONS/S/resourcegroups/RG"), Role.DISK_BACKUP_READER, "AAAA"))
                .isEqualTo(name);
        assertThat(Names.assignmentName(group, Role.DISK_SNAPSHOT_CONTRIBUTOR, "aaaa"))
                .isNotEqualTo(name);
        assertThat(Names.assignmentName(group, Role.DISK_BACKUP_READER, "bbbb")).isNotEqualTo(name);
        assertThat(Names.assignmentName(ResourceId.parse("/subscriptions/s"), Role.DISK_BACKUP_READER, "aaaa"))
                .isNotEqualTo(name);
    }
}
