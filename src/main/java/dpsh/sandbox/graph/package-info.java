/** The query language of Azure Resource Graph, as far as it is spoken here, over rows of JSON: pure, knows no service. */
@NullMarked
package dpsh.sandbox.graph;

import org.jspecify.annotations.NullMarked;
