/** Everything JLine: terminal, prompt, completion, and the bridge to the commands. */
@NullMarked
package dpsh.shell;

import org.jspecify.annotations.NullMarked;
