package dpsh.client;

import dpsh.rest.Page;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A list of the service, page by page as the pages arrive; a page is asked for when it is wanted. A failure comes out of
 * {@link Iterator#next()}, after the pages before it.
 */
public final class Pages<T> implements Iterable<List<T>> {
    private final Iterable<Page> pages;
    private final Function<String, Stream<T>> reader;

    private Pages(Iterable<Page> pages, Function<String, Stream<T>> reader) {
        this.pages = pages;
        this.reader = reader;
    }

    static <T> Pages<T> of(Iterable<Page> pages, Function<String, T> reader) {
        return new Pages<>(pages, item -> Stream.of(reader.apply(item)));
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
                return raw.next().items().stream().flatMap(reader).toList();
            }
        };
    }

    /** The same list, each thing seen in another way as it arrives. */
    public <R> Pages<R> map(Function<T, R> seen) {
        return new Pages<>(pages, item -> reader.apply(item).map(seen));
    }

    /** The same pages with some of the things only. */
    public Pages<T> only(Predicate<T> wanted) {
        return new Pages<>(pages, item -> reader.apply(item).filter(wanted));
    }

    /** All of it, to the end. */
    public List<T> all() {
        List<T> all = new ArrayList<>();
        forEach(all::addAll);
        return List.copyOf(all);
    }
}
