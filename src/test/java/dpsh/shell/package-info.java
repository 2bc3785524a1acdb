/** Tests of the shell, on a command language of their own. */
@NullMarked
package dpsh.shell;

import org.jspecify.annotations.NullMarked;
