package dpsh.view;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column to sort by. Numbers are sorted as numbers and times as times where a column holds nothing else; texts without
 * case. What is not there comes last, in either direction.
 *
 * @param column its name as it was given
 */
record SortKey(String column, boolean descending) {
    /** {@code name}, or {@code -name} for the other direction. */
    static SortKey of(String given) {
        String name = given.strip();
        return name.startsWith("-") ? new SortKey(name.substring(1).strip(), true) : new SortKey(name, false);
    }

    /** Compares rows by what stands in their cell of this place. */
    Comparator<Listing.Row> rows(int place, List<Listing.Row> rows) {
        Function<Cell, @Nullable Object> value =
                value(rows.stream().map(row -> row.cells().get(place)).toList());
        Comparator<Object> order = SortKey::compare;
        Comparator<Object> directed = descending ? order.reversed() : order;
        return Comparator.comparing(row -> value.apply(row.cells().get(place)), Comparator.nullsLast(directed));
    }

    private static Function<Cell, @Nullable Object> value(List<Cell> cells) {
        List<Cell> there =
                cells.stream().filter(cell -> !cell.equals(Cell.NONE)).toList();
        for (Function<Cell, @Nullable Object> kind :
                List.<Function<Cell, @Nullable Object>>of(SortKey::number, SortKey::time, SortKey::length)) {
            if (there.stream().allMatch(cell -> kind.apply(cell) != null)) {
                return kind;
            }
        }
        return cell -> cell.equals(Cell.NONE) ? null : cell.text();
    }

    private static @Nullable Object number(Cell cell) {
        String text = cell.value() instanceof Number number
                ? number.toString()
                : cell.text().replace(",", "");
        try {
            return text.length() > 400 ? null : new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable Object time(Cell cell) {
        if (cell.value() instanceof Moment moment) {
            return moment.then();
        }
        try {
            return OffsetDateTime.parse(cell.text()).toInstant();
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static @Nullable Object length(Cell cell) {
        return cell.value() instanceof Duration length ? length : null;
    }

    private static int compare(Object left, Object right) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return one.compareTo(other);
        }
        if (left instanceof Instant one && right instanceof Instant other) {
            return one.compareTo(other);
        }
        if (left instanceof Duration one && right instanceof Duration other) {
            return one.compareTo(other);
        }
        int without = String.CASE_INSENSITIVE_ORDER.compare(left.toString(), right.toString());
        return without != 0 ? without : left.toString().compareTo(right.toString());
    }
}
