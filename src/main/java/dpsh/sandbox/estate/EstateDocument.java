package dpsh.sandbox.estate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An estate or a saved world: lists of ARM bodies exactly as a GET answers them. The trees are the document's own: whoever
 * gets one copies it before changing it.
 *
 * @param tenant the directory of all its subscriptions
 * @param lists every list has an entry, an empty one where the file has none
 * @param world what a saved world knows besides: its time, work under way, jobs; null in an estate
 */
public record EstateDocument(
        String tenant,
        Map<EstateList, List<ObjectNode>> lists,
        @Nullable ObjectNode world) {
    public EstateDocument {
        Map<EstateList, List<ObjectNode>> all = new EnumMap<>(EstateList.class);
        for (EstateList list : EstateList.values()) {
            all.put(list, List.copyOf(lists.getOrDefault(list, List.of())));
        }
        lists = all;
    }

    /** The bodies of this list. */
    public List<ObjectNode> list(EstateList which) {
        return lists.getOrDefault(which, List.of());
    }

    /**
     * Reads a file.
     *
     * @throws EstateException when it is no estate, with the place
     * @throws IOException when it cannot be read
     */
    public static EstateDocument read(InputStream in) throws IOException {
        return new EstateReader().read(in);
    }

    /** Writes the file: one body a line, so that two estates can be compared line by line. Does not close the writer. */
    public void write(Writer out) throws IOException {
        EstateWriter.write(this, out);
    }

    /** Collects bodies list by list. */
    public static final class Collector {
        private final Map<EstateList, List<ObjectNode>> lists = new EnumMap<>(EstateList.class);

        public Collector add(EstateList list, ObjectNode body) {
            lists.computeIfAbsent(list, empty -> new ArrayList<>()).add(body);
            return this;
        }

        /** Adds a body as the service wrote it. */
        public Collector addJson(EstateList list, String body) {
            return add(list, EstateReader.body(list, body));
        }

        /** Adds snapshots, but for those that Azure Backup took: a sandbox takes its own as its policies say. */
        public Collector addSnapshots(List<String> bodies) {
            for (String body : bodies) {
                ObjectNode snapshot = EstateReader.body(EstateList.SNAPSHOTS, body);
                if (!snapshot.path("tags").path("CreatedBy").asText().equals("AzureBackup")) {
                    add(EstateList.SNAPSHOTS, snapshot);
                }
            }
            return this;
        }

        public Collector addAll(EstateList list, List<ObjectNode> bodies) {
            bodies.forEach(body -> add(list, body));
            return this;
        }

        /** The document of all that was added, in the tenant that the first subscription names. */
        public EstateDocument ofTheirTenant() {
            List<ObjectNode> subscriptions = lists.getOrDefault(EstateList.SUBSCRIPTIONS, List.of());
            String tenant = subscriptions.isEmpty()
                    ? ""
                    : subscriptions.get(0).path("tenantId").asText();
            return in(tenant.isEmpty() ? "00000000-0000-0000-0000-000000000000" : tenant, null);
        }

        /** The document of all that was added. */
        public EstateDocument in(String tenant, @Nullable ObjectNode world) {
            return new EstateDocument(tenant, lists, world);
        }
    }
}
