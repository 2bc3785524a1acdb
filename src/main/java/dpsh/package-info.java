/** The composition root: the process's arguments, and the one place that knows every room. */
@NullMarked
package dpsh;

import org.jspecify.annotations.NullMarked;
