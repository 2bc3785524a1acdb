package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.backup.GraphRow;
import dpsh.rest.ArmExchange;
import dpsh.rest.ArmRequest;
import dpsh.rest.Effect;
import dpsh.rest.Verb;
import dpsh.wire.GraphJson;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Azure Resource Graph: everything of all subscriptions that can be read, in a few pages; it runs some minutes behind. */
public final class ResourceGraph {
    private static final String URL =
            "/providers/Microsoft.ResourceGraph/resources?api-version=" + ApiVersions.RESOURCE_GRAPH;

    private final ArmExchange exchange;

    public ResourceGraph(ArmExchange exchange) {
        this.exchange = exchange;
    }

    /** What can be asked for, by table. */
    public enum Question {
        INSTANCES_AND_POLICIES("""
            recoveryservicesresources
            | where type in~ ('microsoft.dataprotection/backupvaults/backupinstances',
                'microsoft.dataprotection/backupvaults/backuppolicies')
            | project id, name, type, location, detail = tostring(properties.currentProtectionState),
                datasource = tostring(properties.dataSourceInfo.resourceID),
                datasourceType = iff(type =~ 'microsoft.dataprotection/backupvaults/backuppolicies',
                    tostring(properties.datasourceTypes[0]), tostring(properties.dataSourceInfo.datasourceType))\
            """),
        VAULTS_DISKS_AND_ACCOUNTS("""
            resources
            | where type in~ ('microsoft.dataprotection/backupvaults', 'microsoft.compute/disks',
                'microsoft.storage/storageaccounts')
            | project id, name, type, location, detail = tostring(sku.name)\
            """),
        SUBSCRIPTIONS_AND_GROUPS("""
            resourcecontainers
            | where type in~ ('microsoft.resources/subscriptions', 'microsoft.resources/subscriptions/resourcegroups')
            | project id, name, type, location\
            """);

        private final String query;

        Question(String query) {
            this.query = query;
        }
    }

    /**
     * {@code Resources}, page by page; a page is asked for when it is wanted. It changes nothing, whatever its method. When
     * {@link Iterator#next()} throws, the same page may be asked for again.
     */
    public Iterable<List<GraphRow>> resources(Question question) {
        return () -> new Walk(question.query);
    }

    private final class Walk implements Iterator<List<GraphRow>> {
        private final String query;
        private final Set<String> seen = new HashSet<>();
        private @Nullable String token;
        private boolean more = true;

        Walk(String query) {
            this.query = query;
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public List<GraphRow> next() {
            if (!more) {
                throw new NoSuchElementException();
            }
            GraphJson.Page page = GraphJson.page(exchange.send(new ArmRequest(
                            "Resources", Effect.READS, Verb.POST, URL, GraphJson.question(query, token), null))
                    .body());
            if (page.next() != null && !seen.add(page.next())) {
                throw new DpshException.Transport(
                        "asking Resource Graph",
                        "the list never ends: the service names a page that it sent before",
                        null,
                        false,
                        null);
            }
            token = page.next();
            more = token != null;
            return page.rows();
        }
    }
}
