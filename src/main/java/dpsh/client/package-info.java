/** One method per REST operation, and the handle on long-running work. */
@NullMarked
package dpsh.client;

import org.jspecify.annotations.NullMarked;
