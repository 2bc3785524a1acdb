package dpsh.view;

import java.util.List;

/** How one kind of thing is shown. */
public interface View<T> {
    /** Many of them, in the given order. */
    Listing listing(List<T> things);

    /** One of them, with all that is worth knowing. */
    Detail detail(T thing);
}
