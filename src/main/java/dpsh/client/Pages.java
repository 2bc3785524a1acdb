package dpsh.client;

import dpsh.rest.Page;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A list of the service, page by page as the pages arrive; a page is asked for when it is wanted. A failure comes out of
 * {@link Iterator#next()}, after the pages before it.
 */
public final class Pages<T> implements Iterable<List<T>> {
    private final Iterable<Page> pages;
    private final Function<String, T> reader;
    private final Predicate<T> wanted;

    Pages(Iterable<Page> pages, Function<String, T> reader) {
        this(pages, reader, any -> true);
    }

    private Pages(Iterable<Page> pages, Function<String, T> reader, Predicate<T> wanted) {
        this.pages = pages;
        this.reader = reader;
        this.wanted = wanted;
    }

    @Override
    public Iterator<List<T>> iterator() {
        Iterator<Page> raw = pages.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return raw.hasNext();
            }

            @Override
            public List<T> next() {
                return raw.next().items().stream().map(reader).filter(wanted).toList();
            }
        };
    }

    /** The same pages with some of the things only. */
    public Pages<T> only(Predicate<T> wanted) {
        return new Pages<>(pages, reader, wanted.and(this.wanted));
    }

    /** All of it, to the end. */
    public List<T> all() {
        List<T> all = new ArrayList<>();
        forEach(all::addAll);
        return List.copyOf(all);
    }
}
