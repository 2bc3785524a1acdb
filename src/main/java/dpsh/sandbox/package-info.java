/** The embedded service: Azure Backup's Data Protection REST API, and what it needs of ARM, on loopback with its own state and clock. */
@NullMarked
package dpsh.sandbox;

import org.jspecify.annotations.NullMarked;
