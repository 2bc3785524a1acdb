/** JSON to domain and back: the only room that knows the service's property names and their odd spellings. */
@NullMarked
package dpsh.wire;

import org.jspecify.annotations.NullMarked;
