/** Tokens of a sandbox: who gets them, what stands in them, and whether one is ours. */
@NullMarked
package dpsh.sandbox.identity;

import org.jspecify.annotations.NullMarked;
