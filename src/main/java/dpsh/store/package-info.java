/** The local SQLite database: the ledger of operations and the index of known resources. */
@NullMarked
package dpsh.store;

import org.jspecify.annotations.NullMarked;
