package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.estate.Anonymizer;
import dpsh.sandbox.estate.EstateDocument;
import dpsh.sandbox.estate.EstateException;
import dpsh.sandbox.estate.EstateList;
import dpsh.sandbox.estate.EstatePlan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Made-up estates: repeatable, as big as asked, true to the service's rules; copied whole, and made anonymous. */
class GeneratedEstateTest {
    private static final EstatePlan PLAN = new EstatePlan(2, 6, 90, 40, 3, 5, 0.5, 7);

    private static EstateDocument made() {
        return EstateGenerator.generate(PLAN);
    }

    private static String written(EstateDocument estate) {
        StringWriter out = new StringWriter();
        try {
            estate.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static EstateDocument saved(EstateDocument estate) {
        return new EstateSaver(SandboxEstate.of(estate).build()).save(null);
    }

    @Test
    void theSamePlanMakesTheSameEstateAndAnotherSeedAnother() {
        assertThat(written(made())).isEqualTo(written(made()));
        EstatePlan other = new EstatePlan(2, 6, 90, 40, 3, 5, 0.5, 8);
        assertThat(written(EstateGenerator.generate(other))).isNotEqualTo(written(made()));
    }

    @Test
    void isAsBigAsThePlanSays() {
        EstateDocument estate = made();
        assertThat(estate.list(EstateList.SUBSCRIPTIONS)).hasSize(2);
        assertThat(estate.list(EstateList.DISKS)).hasSize(90);
        assertThat(estate.list(EstateList.STORAGE_ACCOUNTS)).hasSize(40);
        assertThat(estate.list(EstateList.VAULTS)).hasSize(3);
        assertThat(estate.list(EstateList.BACKUP_POLICIES)).hasSize(15);
        long disks = estate.list(EstateList.BACKUP_INSTANCES).stream()
                .filter(instance -> instance.toString().contains("Microsoft.Compute/disks"))
                .count();
        assertThat(disks).isEqualTo(45);
    }

    @Test
    void whatSizesMakeNoSenseAreRefusedByName() {
        assertThatThrownBy(() -> new EstatePlan(0, 1, 1, 1, 1, 2, 0, 1)).hasMessage("subscriptions: 1 to 100, not 0");
        assertThatThrownBy(() -> new EstatePlan(1, 1, 1, 1, 1, 2, 1.5, 1)).hasMessageContaining("protected");
        assertThatThrownBy(() -> new EstatePlan(1, 1, 1, 1, 0, 2, 0.5, 1)).hasMessageContaining("without a vault");
    }

    @Test
    void aSandboxHoldsItAndGivesItBackAsItWas() {
        EstateDocument back = saved(made());
        for (EstateList list : EstateList.values()) {
            assertThat(Set.copyOf(back.list(list))).as(list.member()).isEqualTo(Set.copyOf(made().list(list)));
        }
    }

    @Test
    void everythingProtectedInItPassesTheServicesOwnChecks() {
        World world = SandboxEstate.of(made()).build();
        ProtectionChecks checks = new ProtectionChecks(world);
        assertThat(world.instances.shelf().all()).isNotEmpty().allSatisfy(instance -> {
            Vault vault = world.vaults.get(instance.id().parent());
            assertThat(vault).isNotNull();
            checks.refuseAtOnce(vault, instance.protection(), instance.id());
            assertThat(checks.find(vault, instance.protection(), SandboxEstate.CREATED))
                    .as(instance.id().text())
                    .isNull();
        });
    }

    @Test
    void aBodyThatContradictsTheOthersIsNamed() throws IOException {
        String text = written(made()).replaceFirst("(?s)\"vaults\": \\[.*?\\n\\]", "\"vaults\": []");
        SandboxEstate estate = SandboxEstate.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(estate::build)
                .isInstanceOf(EstateException.class)
                .hasMessageStartingWith("backupPolicies[0]: id: the estate has no vault ");
    }

    @Test
    void anonymousEstatesLoadAndHoldNoNameOfTheFirst() {
        EstateDocument estate = made();
        EstateDocument anonymous = Anonymizer.of(estate);
        Set<String> secrets = new HashSet<>();
        for (EstateList list : EstateList.values()) {
            if (list != EstateList.ROLE_ASSIGNMENTS) {
                estate.list(list).forEach(body -> secrets.add(body.path("id").asText()));
            }
            estate.list(list).forEach(body -> secrets.add(lastOf(body)));
        }
        secrets.add(estate.tenant());
        estate.list(EstateList.VAULTS)
                .forEach(vault ->
                        secrets.add(vault.path("identity").path("principalId").asText()));
        secrets.addAll(List.of("billing", "contoso", "finance-it", "\"tags\""));
        String text = written(anonymous).toLowerCase(Locale.ROOT);
        assertThat(secrets).noneMatch(secret -> text.contains(secret.toLowerCase(Locale.ROOT)));
        assertThat(saved(anonymous).list(EstateList.BACKUP_INSTANCES))
                .hasSameSizeAs(estate.list(EstateList.BACKUP_INSTANCES));
        assertThat(regions(anonymous)).isEqualTo(regions(estate));
    }

    @Test
    void anonymousProtectionHoldsTogether() {
        World world = SandboxEstate.of(Anonymizer.of(made())).build();
        ProtectionChecks checks = new ProtectionChecks(world);
        assertThat(world.instances.shelf().all()).isNotEmpty().allSatisfy(instance -> {
            Vault vault = world.vaults.get(instance.id().parent());
            assertThat(vault).isNotNull();
            assertThat(checks.find(vault, instance.protection(), SandboxEstate.CREATED))
                    .isNull();
            JsonNode source = instance.protection().properties().path("dataSourceInfo");
            assertThat(source.path("resourceName").asText())
                    .isEqualTo(instance.protection().datasource().name());
        });
    }

    private static String lastOf(ObjectNode body) {
        String id = body.path("id").asText();
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static List<String> regions(EstateDocument estate) {
        return estate.list(EstateList.DISKS).stream()
                .map(disk -> disk.path("location").asText())
                .collect(Collectors.toList());
    }
}
