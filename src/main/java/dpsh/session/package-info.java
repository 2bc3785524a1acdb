/** Where the operator stands: profile, subscription, vault, drafts and the names that are known. */
@NullMarked
package dpsh.session;

import org.jspecify.annotations.NullMarked;
