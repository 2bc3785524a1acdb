/** Holds the sandbox, and recorded traffic, to the published contract and to one another; run by scripts. */
@NullMarked
package dpsh.contract;

import org.jspecify.annotations.NullMarked;
