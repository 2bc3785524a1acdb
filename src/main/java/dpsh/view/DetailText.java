package dpsh.view;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A detail as lines of a screen: labels at the left, long texts over several lines. */
public final class DetailText {
    private static final int GAP = 2;
    private static final int LEAST = 16;

    private final Ink ink;
    private final int width;

    /** @param width of the screen; no line is wider */
    public DetailText(Ink ink, int width) {
        this.ink = ink;
        this.width = Math.max(1, width);
    }

    /** Fields that hold nothing are left out. */
    public List<Cell> lines(Detail detail) {
        List<Cell> lines = new ArrayList<>();
        int label = detail.sections().stream()
                .flatMap(section -> section.fields().stream())
                .mapToInt(field -> ink.width(field.label()))
                .max()
                .orElse(0);
        for (Detail.Section section : detail.sections()) {
            if (section.heading() != null) {
                lines.add(cut(Cell.of(section.heading(), Tone.HEADING)));
            }
            for (Detail.Field field : section.fields()) {
                if (!field.lines().equals(List.of(Cell.NONE))) {
                    field(field, label, lines);
                }
            }
        }
        return lines;
    }

    private void field(Detail.Field field, int label, List<Cell> lines) {
        int room = width - label - GAP;
        String name = field.label();
        if (room < LEAST) {
            lines.add(cut(Cell.of(name, Tone.DIM)));
            field.lines().forEach(cell -> wrapped(cell, width).forEach(lines::add));
            return;
        }
        for (Cell cell : field.lines()) {
            for (Cell part : wrapped(cell, room)) {
                Cell line = Cell.of(name + " ".repeat(label + GAP - ink.width(name)), Tone.DIM);
                for (Span span : part.spans()) {
                    line = line.and(span.text(), span.tone());
                }
                lines.add(line);
                name = "";
            }
        }
    }

    private Cell cut(Cell line) {
        return new Cut(ink, width).of(line);
    }

    /** Between words where that is possible. What is in several tones is cut: it is short. */
    private List<Cell> wrapped(Cell cell, int room) {
        if (ink.width(cell.text()) <= room || cell.spans().size() != 1) {
            return List.of(new Cut(ink, room).of(cell));
        }
        Tone tone = cell.spans().get(0).tone();
        List<Cell> lines = new ArrayList<>();
        String rest = cell.text();
        while (!rest.isEmpty()) {
            int end = fitting(rest, room);
            lines.add(Cell.of(rest.substring(0, end).stripTrailing(), tone));
            rest = rest.substring(end).stripLeading();
        }
        return lines;
    }

    /** How much of the text fits: up to its last blank, else as many whole characters as there is room for, at least one. */
    private int fitting(String text, int room) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.next();
        int blank = -1;
        int used = ink.width(text.substring(0, end));
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            used += ink.width(text.substring(end, next));
            if (used > room) {
                return blank > 0 ? blank : end;
            }
            blank = text.charAt(end) == ' ' ? end : blank;
            end = next;
        }
        return text.length();
    }
}
