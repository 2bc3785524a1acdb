package dpsh.view;

import java.time.Instant;

/**
 * A point in time that a cell tells.
 *
 * @param now when it is seen from
 * @param past whether it has happened, whatever the two clocks say
 */
record Moment(Instant then, Instant now, boolean past) implements Comparable<Moment> {
    String in(TimeStyle style) {
        Times times = new Times(now);
        String relative = past ? times.since(then) : times.relative(then);
        return switch (style) {
            case RELATIVE -> relative;
            case ABSOLUTE -> Times.absolute(then);
            case BOTH -> relative + " (" + Times.absolute(then) + ")";
        };
    }

    @Override
    public int compareTo(Moment other) {
        return then.compareTo(other.then);
    }
}
