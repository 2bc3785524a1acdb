package dpsh.bulk;

import dpsh.arm.Location;
import dpsh.arm.SubscriptionId;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.client.ResourceClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lists disks and storage accounts, page by page, and keeps of each only what a plan needs: ten thousand must fit. */
final class ListedSources {
    private final ResourceClient resources;
    private final Map<String, Location> locations = new HashMap<>();
    private final Map<String, String> skus = new HashMap<>();

    ListedSources(ResourceClient resources) {
        this.resources = resources;
    }

    /** To the end of the list; {@code each} gets them whole. */
    void read(DatasourceKind kind, SubscriptionId subscription, @Nullable String group, Consumer<Datasource> each) {
        for (List<Datasource> page : resources.datasources(kind, subscription, group)) {
            page.forEach(each);
        }
    }

    /** What a plan keeps of it. */
    Datasource slim(Datasource whole) {
        Location location = locations.computeIfAbsent(whole.location().spelling(), ignored -> whole.location());
        String sku = whole.sku();
        return new Datasource(
                whole.id(),
                whole.kind(),
                location,
                sku == null ? null : skus.computeIfAbsent(sku, same -> same),
                whole.sizeGb(),
                null,
                whole.hierarchical(),
                Map.of(),
                "");
    }
}
