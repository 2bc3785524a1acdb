package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Makes up groups, disks and storage accounts: names, SKUs, sizes, tags and ages as one meets them. */
final class MadeUpResources {
    private static final List<String> APPLICATIONS = List.of(
            "billing", "crm", "shop", "payroll", "intranet", "reporting", "identity", "logistics", "archive", "search");
    private static final List<String> OWNERS =
            List.of("finance-it", "sales-it", "web-team", "hr-it", "platform-team", "data-team");
    private static final List<String> ENVIRONMENTS = List.of("prod", "prod", "prod", "test", "dev");
    private static final List<String> DISK_SKUS = List.of(
            "Premium_LRS",
            "Premium_LRS",
            "Premium_LRS",
            "StandardSSD_LRS",
            "StandardSSD_LRS",
            "Standard_LRS",
            "Premium_ZRS",
            "PremiumV2_LRS");
    private static final List<Integer> DATA_SIZES = List.of(32, 64, 128, 128, 256, 256, 512, 1024, 2048, 4096);
    private static final List<String> ACCOUNT_SKUS =
            List.of("Standard_LRS", "Standard_LRS", "Standard_ZRS", "Standard_GRS", "Standard_RAGRS");
    private static final Instant OLDEST = Instant.parse("2022-01-01T00:00:00Z");
    private static final int YEARS_IN_SECONDS = 4 * 365 * 24 * 3600;
    private static final int DISKS_OF_A_MACHINE = 3;

    private final Random random;

    MadeUpResources(Random random) {
        this.random = random;
    }

    String guid() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Instant time() {
        return OLDEST.plusSeconds(random.nextInt(YEARS_IN_SECONDS)).plusNanos(100L * random.nextInt(10_000_000));
    }

    MadeUpGroup group(ArmId subscription, MadeUpRegion region, int number) {
        String application = APPLICATIONS.get(number % APPLICATIONS.size());
        String environment = one(ENVIRONMENTS);
        String name =
                String.format(Locale.ROOT, "rg-%s-%s-%s-%03d", application, environment, region.code(), number + 1);
        return new MadeUpGroup(
                ArmId.group(subscription.subscription(), name), region, application, environment, one(OWNERS));
    }

    /** The {@code number}th disk of the group: an operating system's, then data disks, machine by machine. */
    ObjectNode disk(MadeUpGroup group, int number) {
        boolean system = number % DISKS_OF_A_MACHINE == 0;
        String machine = String.format(
                Locale.ROOT,
                "vm-%s-%s-%02d",
                group.application(),
                group.environment(),
                number / DISKS_OF_A_MACHINE + 1);
        String name = system
                ? machine + "_OsDisk_1_" + guid().replace("-", "")
                : machine + "-data-" + number % DISKS_OF_A_MACHINE;
        String sku = system ? one(DISK_SKUS.subList(0, 6)) : one(DISK_SKUS);
        int size = system ? (random.nextBoolean() ? 128 : 30) : one(DATA_SIZES);
        boolean attached = random.nextInt(10) > 0;
        ObjectNode json = EstateGenerator.object();
        json.put("name", name);
        ArmId id = group.id().resource("Microsoft.Compute", "disks", name);
        json.put("id", id.text());
        json.put("type", Disk.TYPE);
        json.put("location", group.region().location());
        tag(json, group);
        json.putObject("sku").put("name", sku).put("tier", sku.substring(0, sku.indexOf('_')));
        if (attached) {
            json.put(
                    "managedBy",
                    group.id()
                            .resource("Microsoft.Compute", "virtualMachines", machine)
                            .text());
        }
        ObjectNode properties = json.putObject("properties");
        if (system) {
            properties.put("osType", random.nextBoolean() ? "Linux" : "Windows");
            properties.put("hyperVGeneration", "V2");
        }
        properties.putObject("creationData").put("createOption", system ? "FromImage" : "Empty");
        properties.put("diskSizeGB", size);
        properties.putObject("encryption").put("type", "EncryptionAtRestWithPlatformKey");
        properties.put("networkAccessPolicy", "AllowAll");
        properties.put("publicNetworkAccess", "Enabled");
        properties.put("timeCreated", DotNetTime.precise(time()));
        properties.put("provisioningState", "Succeeded");
        properties.put("diskState", attached ? (random.nextInt(8) == 0 ? "Reserved" : "Attached") : "Unattached");
        properties.put("diskSizeBytes", (long) size << 30);
        properties.put("uniqueId", guid());
        return json;
    }

    /** The {@code number}th account of the estate: names of accounts are unique in the whole of Azure. */
    ObjectNode account(MadeUpGroup group, int number) {
        String application =
                group.application().substring(0, Math.min(8, group.application().length()));
        String name = "st" + application + group.environment() + String.format(Locale.ROOT, "%05d", number + 1);
        boolean premium = random.nextInt(20) == 0;
        boolean hierarchical = !premium && random.nextInt(8) == 0;
        String sku = premium ? "Premium_LRS" : one(ACCOUNT_SKUS);
        ObjectNode json = EstateGenerator.object();
        json.putObject("sku").put("name", sku).put("tier", sku.substring(0, sku.indexOf('_')));
        json.put("kind", premium ? "BlockBlobStorage" : "StorageV2");
        json.put(
                "id",
                group.id()
                        .resource("Microsoft.Storage", "storageAccounts", name)
                        .text());
        json.put("name", name);
        json.put("type", StorageAccount.TYPE);
        json.put("location", group.region().location());
        tag(json, group);
        ObjectNode properties = json.putObject("properties");
        properties.put("isHnsEnabled", hierarchical);
        properties.put("minimumTlsVersion", "TLS1_2");
        properties.put("allowBlobPublicAccess", false);
        properties.put("supportsHttpsTrafficOnly", true);
        properties.put("accessTier", random.nextInt(5) == 0 ? "Cool" : "Hot");
        properties.put("provisioningState", "Succeeded");
        properties.put("creationTime", DotNetTime.precise(time()));
        properties
                .putObject("primaryEndpoints")
                .put("blob", "https://" + name + ".blob.core.windows.net/")
                .put("dfs", "https://" + name + ".dfs.core.windows.net/");
        properties.put("primaryLocation", group.region().location());
        properties.put("statusOfPrimary", "available");
        return json;
    }

    private static void tag(ObjectNode json, MadeUpGroup group) {
        json.putObject("tags")
                .put("app", group.application())
                .put("env", group.environment())
                .put("owner", group.owner());
    }

    /** Whether operational backup takes it (blob support matrix: general-purpose v2, no hierarchical namespace). */
    static boolean canBeProtected(ObjectNode body, DatasourceKind kind) {
        return kind == DatasourceKind.DISK
                || body.path("kind").asText().equals("StorageV2")
                        && !body.path("properties").path("isHnsEnabled").asBoolean();
    }

    /** Whether it is a disk that takes backups every 12 hours or daily only, see {@link Disk#isSlowToBackUp}. */
    static boolean isSlow(ObjectNode body) {
        return body.path("sku").path("name").asText().equals("PremiumV2_LRS");
    }
}
