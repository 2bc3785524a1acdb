/** The language in which faults are ordered from a sandbox: lines, selectors, triggers and the service's error codes; knows no HTTP. */
@NullMarked
package dpsh.sandbox.fault;

import org.jspecify.annotations.NullMarked;
