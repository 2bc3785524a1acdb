package dpsh.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists and details as plain values, for formats that know nothing but rows. */
final class Flat {
    private Flat() {}

    /** A label of a detail with its value; several lines have a semicolon between them. */
    record Member(String label, String value) {}

    static List<String> titles(Listing listing) {
        return listing.columns().stream().map(Column::title).toList();
    }

    static List<String> values(List<Cell> cells) {
        return cells.stream().map(Flat::value).toList();
    }

    static List<Member> members(Detail detail) {
        List<Member> members = new ArrayList<>();
        for (Detail.Section section : detail.sections()) {
            String before = section.heading() == null ? "" : section.heading() + " ";
            for (Detail.Field field : section.fields()) {
                members.add(new Member(before + field.label(), String.join("; ", values(field.lines()))));
            }
        }
        return members;
    }

    /** Says on {@code err} that the list is partial, and why, when it is. */
    static void partial(Noun noun, int count, @Nullable String because, Page page) {
        if (because != null) {
            page.notice(Listing.total(noun, count, because), Tone.WARNING);
        }
    }

    private static String value(Cell cell) {
        return cell.equals(Cell.NONE) ? "" : cell.text();
    }
}
