/** The domain of Data Protection: vaults, policies, datasources, backup instances, roles, checks and outcomes. */
@NullMarked
package dpsh.backup;

import org.jspecify.annotations.NullMarked;
