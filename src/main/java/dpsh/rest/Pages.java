package dpsh.rest;

import java.util.Iterator;

/**
 * A list, page by page to its end. Each iteration begins anew; a page is fetched when it is asked for.
 *
 * <p>{@link Iterator#next()} throws as {@link ArmExchange#send} does. What was delivered before stays valid, but the list
 * is then partial and whoever shows it must say so (law 6).
 */
@FunctionalInterface
public interface Pages extends Iterable<Page> {}
