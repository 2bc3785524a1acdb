/** The commands: each parses, calls and shows. */
@NullMarked
package dpsh.command;

import org.jspecify.annotations.NullMarked;
