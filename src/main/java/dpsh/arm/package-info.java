/** Pure values of Azure Resource Manager: resource IDs, subscriptions, locations, errors and the clock they are waited on. */
@NullMarked
package dpsh.arm;

import org.jspecify.annotations.NullMarked;
