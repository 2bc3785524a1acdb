/** What stands on loopback sockets before the sandbox's HTTP server. */
@NullMarked
package dpsh.sandbox.net;

import org.jspecify.annotations.NullMarked;
