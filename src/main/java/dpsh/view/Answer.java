package dpsh.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a query gave, as az does: nothing for null; a list of objects as a table of their keys, in which a member that is
 * no single value is left out unless there is nothing else; a list of lists as a table, a list of values one on each line; an
 * object as a record; a single value as it is.
 */
final class Answer {
    private static final Noun ROW = Noun.of("row");
    private static final Noun VALUE = Noun.of("value");

    private final Results results;

    Answer(Results results) {
        this.results = results.answered();
    }

    void print(@Nullable Object answer, Page page) {
        if (answer instanceof List<?> list) {
            print(list, page);
        } else if (answer instanceof Map<?, ?> map) {
            results.print(detail(map), page);
        } else if (answer != null) {
            single(answer, page);
        }
    }

    private void print(List<?> list, Page page) {
        if (list.isEmpty() || list.stream().anyMatch(element -> element instanceof Map<?, ?>)) {
            results.print(objects(list), page);
        } else if (list.stream().allMatch(element -> element instanceof List<?>)) {
            results.print(lists(list), page);
        } else {
            results.values(
                    new Listing(VALUE, List.of(Column.of("value")), rows(list, Collections::singletonList), null),
                    page);
        }
    }

    private void single(Object value, Page page) {
        switch (results.format()) {
            case TABLE, RECORD -> PlainText.lines(value.toString()).forEach(page::line);
            case TSV -> page.line(PlainText.of(value.toString()));
            case JSON, JSONL -> page.line(JsonText.ofAny(value));
            case YAML -> page.out().print(YamlText.of(JsonText.ofAny(value)));
            case CSV -> print(List.of(value), page);
        }
    }

    private static Detail detail(Map<?, ?> map) {
        List<Detail.Field> fields = new ArrayList<>();
        map.forEach((name, member) -> fields.add(
                member instanceof List<?> list
                                && !list.isEmpty()
                                && list.stream().allMatch(Answer::isSingle)
                        ? new Detail.Field(
                                name.toString(), list.stream().map(Answer::cell).toList())
                        : Detail.Field.of(name.toString(), cell(member))));
        return Detail.of(fields, JsonText.ofAny(map));
    }

    private static Listing objects(List<?> list) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> nested = new LinkedHashSet<>();
        for (Object element : list) {
            if (element instanceof Map<?, ?> map) {
                map.forEach((name, member) -> {
                    names.add(name.toString());
                    if (member != null && !isShort(member)) {
                        nested.add(name.toString());
                    }
                });
            } else {
                names.add("value");
            }
        }
        boolean allNested = nested.containsAll(names);
        List<Column> columns = names.stream()
                .map(name -> !allNested && nested.contains(name) ? Column.data(name) : column(name, list))
                .toList();
        return new Listing(
                ROW,
                columns,
                rows(list, element -> {
                    List<@Nullable Object> cells = new ArrayList<>();
                    for (String name : names) {
                        cells.add(
                                element instanceof Map<?, ?> map
                                        ? map.get(name)
                                        : name.equals("value") ? element : null);
                    }
                    return cells;
                }),
                null);
    }

    private static Listing lists(List<?> list) {
        int most = list.stream()
                .mapToInt(element -> ((List<?>) element).size())
                .max()
                .orElse(0);
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= most; i++) {
            columns.add(Column.of("column" + i));
        }
        return new Listing(
                ROW,
                columns,
                rows(list, element -> {
                    List<@Nullable Object> cells = new ArrayList<>((List<?>) element);
                    cells.addAll(Collections.nCopies(most - cells.size(), null));
                    return cells;
                }),
                null);
    }

    private interface Parts {
        List<?> of(@Nullable Object element);
    }

    private static List<Listing.Row> rows(List<?> list, Parts parts) {
        List<Listing.Row> rows = new ArrayList<>();
        for (Object element : list) {
            rows.add(
                    new Listing.Row(parts.of(element).stream().map(Answer::cell).toList(), JsonText.ofAny(element)));
        }
        return rows;
    }

    /** Numbers stand at the right. */
    private static Column column(String name, List<?> list) {
        boolean some = false;
        for (Object element : list) {
            Object member = element instanceof Map<?, ?> map ? map.get(name) : null;
            if (member != null && !(member instanceof Number)) {
                return Column.of(name);
            }
            some |= member != null;
        }
        return some ? Column.number(name) : Column.of(name);
    }

    private static boolean isSingle(@Nullable Object value) {
        return !(value instanceof Map<?, ?> || value instanceof List<?>);
    }

    /** What a cell has room for: a single value, or a list of these. */
    private static boolean isShort(Object value) {
        return isSingle(value) || value instanceof List<?> list && list.stream().allMatch(Answer::isSingle);
    }

    private static Cell cell(@Nullable Object value) {
        if (value == null) {
            return Cell.NONE;
        }
        if (value instanceof Number number) {
            return Cell.number(number);
        }
        String text = PlainValue.text(value);
        return new Cell(
                List.of(new Span(text == null ? "" : text, Tone.PLAIN)), new JsonText.Raw(JsonText.ofAny(value)));
    }
}
