/** The pages of documentation: generated from the product, or run against it. */
@NullMarked
package dpsh.docs;

import org.jspecify.annotations.NullMarked;
