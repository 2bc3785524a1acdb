package dpsh.view;

import java.util.ArrayList;
import java.util.List;

/** One line for each label and value, a blank line between two things. Nothing is ever cut. */
final class RecordPrinter implements Printer {
    /**
     * Prints, with the total on the other stream:
     *
     * <pre>
     * name   msdiskbackup
     * state  ProtectionConfigured
     * </pre>
     */
    @Override
    public void print(Listing whole, Page page) {
        Listing listing = whole.forEyes();
        boolean first = true;
        for (Listing.Row row : listing.rows()) {
            if (!first) {
                page.line("");
            }
            first = false;
            List<Detail.Field> fields = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                fields.add(Detail.Field.of(
                        listing.columns().get(i).title(), row.cells().get(i)));
            }
            fields(fields, "", labelWidth(fields, page.ink()), page);
        }
        total(listing, page);
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

    /** Prints the total, or how far a partial list came, as a notice. */
    void total(Listing listing, Page page) {
        total(listing, List.of(), page);
    }

    /** As {@link #total(Listing, Page)}, and names the columns that had no room. */
    void total(Listing listing, List<String> leftOut, Page page) {
        String hidden = leftOut.isEmpty() ? "" : " (no room for: " + String.join(", ", leftOut) + ")";
        page.notice(listing.total() + hidden, listing.partialBecause() == null ? Tone.DIM : Tone.WARNING);
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
            for (Cell line : field.lines()) {
                page.line(lead + line.painted(ink));
                lead = " ".repeat(indent.length() + labelWidth + Fit.GAP);
            }
        }
    }
}
