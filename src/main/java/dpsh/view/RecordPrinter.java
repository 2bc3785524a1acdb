package dpsh.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line for each label and value, a blank line between two things. Nothing is ever cut. On a terminal a sentence goes on
 * below its beginning; a word that is wider than the terminal, such as an ID, stays whole, so that it can be copied.
 */
final class RecordPrinter implements Printer {
    /** With less room for a value, lines are left to the terminal. */
    private static final int LEAST = 20;

    /**
     * Prints, with the total on the other stream:
     *
     * <pre>
     * name   msdiskbackup
     * state  ProtectionConfigured
     * </pre>
     */
    @Override
    public Rows begin(Page page) {
        return new CountedRows(page) {
            @Override
            void write(Listing listing) {
                records(listing, count() == 0, page);
            }

            @Override
            public void end(@Nullable String partialBecause) {
                total(this, List.of(), partialBecause);
            }
        };
    }

    /** @param first whether no record stands above these */
    void records(Listing whole, boolean first, Page page) {
        Listing listing = whole.forEyes();
        boolean begins = first;
        for (Listing.Row row : listing.rows()) {
            if (!begins) {
                page.line("");
            }
            begins = false;
            List<Detail.Field> fields = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                fields.add(Detail.Field.of(
                        listing.columns().get(i).title(), row.cells().get(i)));
            }
            fields(fields, "", labelWidth(fields, page.ink()), page);
        }
    }

    /**
     * Prints:
     *
     * <pre>
     * name   msdiskbackup
     * state  ProtectionError
     *
     * error
     *   code  CloudInternalError
     * </pre>
     */
    @Override
    public void print(Detail detail, Page page) {
        boolean first = true;
        for (Detail.Section section : detail.sections()) {
            if (!first) {
                page.line("");
            }
            first = false;
            String heading = section.heading();
            if (heading != null) {
                page.line(Cell.of(heading, Tone.HEADING).painted(page.ink()));
            }
            fields(section.fields(), heading == null ? "" : "  ", labelWidth(section.fields(), page.ink()), page);
        }
    }

    /** Prints the total, or how far a partial list came, as a notice, and names the columns that had no room. */
    void total(CountedRows rows, List<String> leftOut, @Nullable String partialBecause) {
        String hidden = leftOut.isEmpty() ? "" : " (no room for: " + String.join(", ", leftOut) + ")";
        rows.page()
                .notice(
                        Listing.total(rows.noun(), rows.count(), partialBecause) + hidden,
                        partialBecause == null ? Tone.DIM : Tone.WARNING);
    }

    private static int labelWidth(List<Detail.Field> fields, Ink ink) {
        return fields.stream().mapToInt(field -> ink.width(field.label())).max().orElse(0);
    }

    private static void fields(List<Detail.Field> fields, String indent, int labelWidth, Page page) {
        Ink ink = page.ink();
        for (Detail.Field field : fields) {
            Span label = new Span(field.label(), Tone.DIM);
            String lead = indent
                    + ink.paint(label.text(), label.tone())
                    + " ".repeat(Math.max(0, labelWidth - ink.width(label.text())) + Fit.GAP);
            int used = indent.length() + labelWidth + Fit.GAP;
            for (Cell line : field.lines()) {
                for (Cell part : page.isTerminal() ? wrapped(line, page.width() - used, ink) : List.of(line)) {
                    page.line(lead + part.painted(ink));
                    lead = " ".repeat(used);
                }
            }
        }
    }

    /** Broken at blanks; what is set in stays so. */
    private static List<Cell> wrapped(Cell cell, int room, Ink ink) {
        String text = cell.text();
        if (room < LEAST || ink.width(text) <= room || cell.spans().size() != 1) {
            return List.of(cell);
        }
        Tone tone = cell.spans().get(0).tone();
        String margin = " ".repeat(text.length() - text.stripLeading().length());
        List<Cell> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(margin);
        for (String word : text.strip().split(" ")) {
            boolean begins = line.length() == margin.length();
            if (!begins && ink.width(line.toString()) + 1 + ink.width(word) > room) {
                lines.add(Cell.of(line.toString(), tone));
                line = new StringBuilder(margin).append(word);
            } else {
                line.append(begins ? "" : " ").append(word);
            }
        }
        lines.add(Cell.of(line.toString(), tone));
        return lines;
    }
}
