/** Https for a sandbox: an authority for this machine's loopback only, and the socket that speaks TLS before the service. */
@NullMarked
package dpsh.sandbox.tls;

import org.jspecify.annotations.NullMarked;
