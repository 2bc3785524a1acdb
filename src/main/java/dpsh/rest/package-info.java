/** HTTP with Azure Resource Manager: one exchange path, credentials, origin guard, throttling, paging; knows no domain. */
@NullMarked
package dpsh.rest;

import org.jspecify.annotations.NullMarked;
