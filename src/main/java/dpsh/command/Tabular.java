package dpsh.command;

import dpsh.view.Column;
import java.util.List;
import java.util.Set;

/** A command whose result is a table, the columns of which are known before it is there: what {@code --columns} and {@code --sort} name. */
public interface Tabular {
    List<Column> columns();

    /** Those with these options on the line. */
    default List<Column> columns(Set<String> options) {
        return columns();
    }
}
