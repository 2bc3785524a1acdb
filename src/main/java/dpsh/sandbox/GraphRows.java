package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** More rows for Resource Graph's table of recovery services: bodies of what stands on no shelf, such as jobs. */
interface GraphRows {
    /** What type they have, like {@code Microsoft.DataProtection/backupVaults/backupJobs}. */
    String type();

    /** ARM bodies with {@code id}, {@code name}, {@code type} and {@code properties}, fresh for the caller. */
    List<ObjectNode> bodies(Instant now);
}
