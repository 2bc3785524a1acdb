/** Tests of the whole program as processes: killed, interrupted, two at once, on broken homes, at endpoints that misbehave. */
@NullMarked
package dpsh.process;

import org.jspecify.annotations.NullMarked;
