package dpsh.client;

import dpsh.rest.Page;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * A list of the service, page by page as the pages arrive; a page is asked for when it is wanted. A failure comes out of
 * {@link Iterator#next()}, after the pages before it.
 */
public final class Pages<T> implements Iterable<List<T>> {
    private final Iterable<Page> pages;
    private final Function<String, T> reader;

    Pages(Iterable<Page> pages, Function<String, T> reader) {
        this.pages = pages;
        this.reader = reader;
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
                return raw.next().items().stream().map(reader).toList();
            }
        };
    }

    /** The same list, each thing seen in another way as it arrives. */
    public <R> Pages<R> map(Function<T, R> seen) {
        return new Pages<>(pages, reader.andThen(seen));
    }

    /** All of it, to the end. */
    public List<T> all() {
        List<T> all = new ArrayList<>();
        forEach(all::addAll);
        return List.copyOf(all);
    }
}
