package dpsh.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing with all that is worth knowing, ready for any printer.
 *
 * @param raw the whole thing as JSON: the service's own text where it is a resource
 */
public record Detail(List<Section> sections, String raw) {
    public Detail {
        sections = List.copyOf(sections);
    }

    /** A detail of one section without a heading. */
    public static Detail of(List<Field> fields, String raw) {
        return new Detail(List.of(new Section(null, fields)), raw);
    }

    /** This detail with one more section. */
    public Detail and(String heading, List<Field> fields) {
        List<Section> more = new ArrayList<>(sections);
        more.add(new Section(heading, fields));
        return new Detail(more, raw);
    }

    /** The same thing, each point in time told as the style wants it. */
    Detail told(TimeStyle style) {
        List<Section> others = new ArrayList<>();
        for (Section section : sections) {
            List<Field> fields = new ArrayList<>();
            section.fields()
                    .forEach(field -> fields.add(new Field(
                            field.label(),
                            field.lines().stream().map(cell -> cell.told(style)).toList())));
            others.add(new Section(section.heading(), fields));
        }
        return new Detail(others, raw);
    }

    /** Fields that belong together; the first section needs no heading. */
    public record Section(@Nullable String heading, List<Field> fields) {
        public Section {
            heading = heading == null ? null : PlainText.of(heading);
            fields = List.copyOf(fields);
        }
    }

    /** A label and what stands beside it, one cell a line. */
    public record Field(String label, List<Cell> lines) {
        public Field {
            label = PlainText.of(label);
            lines = lines.isEmpty() ? List.of(Cell.NONE) : List.copyOf(lines);
        }

        public static Field of(String label, Cell cell) {
            return new Field(label, List.of(cell));
        }

        /** Plain text; a dash for null. */
        public static Field of(String label, @Nullable String text) {
            return of(label, Cell.of(text));
        }

        /** One text a line. */
        public static Field of(String label, List<String> texts) {
            return new Field(label, texts.stream().map(Cell::of).toList());
        }
    }
}
