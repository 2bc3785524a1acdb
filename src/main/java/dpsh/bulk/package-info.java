/** Many datasources at once: plan, run, resume, report. */
@NullMarked
package dpsh.bulk;

import org.jspecify.annotations.NullMarked;
