/** Groovy: runbooks, expressions at the prompt, and the bound {@code backup} object. */
@NullMarked
package dpsh.runbook;

import org.jspecify.annotations.NullMarked;
