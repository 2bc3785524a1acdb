package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** More rows for Resource Graph's table of recovery services: bodies of what stands on no shelf, such as jobs. */
@FunctionalInterface
interface GraphRows {
    /** ARM bodies with {@code id}, {@code name}, {@code type} and {@code properties}, fresh for the caller. */
    List<ObjectNode> bodies();
}
