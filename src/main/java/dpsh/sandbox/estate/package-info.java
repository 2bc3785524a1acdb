/** Estates as files: what a world holds, as the bodies that a GET answers; reading, writing and making them anonymous. */
@NullMarked
package dpsh.sandbox.estate;

import org.jspecify.annotations.NullMarked;
