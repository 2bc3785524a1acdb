/** Domain to text: tables, records, JSON and sentences, with tones instead of colours. */
@NullMarked
package dpsh.view;

import org.jspecify.annotations.NullMarked;
