package dpsh.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Where the rows come from. */
public interface GraphTables {
    /** The columns that every row of every table has. */
    List<String> columns();

    /** The tables' names in lower case. */
    Set<String> names();

    /**
     * The rows of a table in the order of their IDs, fresh for the caller.
     *
     * @param types in lower case; rows of other types will not be looked at and may be missing. Empty for all
     */
    List<ObjectNode> rows(String lowerCaseName, Set<String> types);
}
