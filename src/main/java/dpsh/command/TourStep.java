package dpsh.command;

import dpsh.arm.ProgramText;
import dpsh.view.Cell;
import dpsh.view.JsonText;
import dpsh.view.Listing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of the tour; all of them stand in the resource {@code tour.txt} beside this class: {@code == TITLE}, what is said
 * before, {@code > CODE LINE}, what is said after.
 *
 * @param before one line each, possibly none
 * @param line what is carried out
 * @param code what it ends with
 * @param after said when it ended so
 */
record TourStep(String title, List<String> before, String line, int code, List<String> after) {
    private static final String RESOURCE = "tour.txt";
    private static final String TITLE = "== ";
    private static final Pattern LINE = Pattern.compile("> (\\d+) (.+)");

    TourStep {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** @param number counted from 1 */
    Listing.Row row(int number) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", number);
        json.put("title", title);
        json.put("line", line);
        return new Listing.Row(
                List.of(Cell.of(String.valueOf(number)), Cell.of(title), Cell.of(line)), JsonText.of(json));
    }

    static List<TourStep> load() {
        return of(ProgramText.lines(TourStep.class, RESOURCE).stream()
                .filter(line -> !line.isBlank())
                .toList());
    }

    static List<TourStep> of(List<String> lines) {
        List<TourStep> steps = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            String title = lines.get(at++);
            List<String> before = new ArrayList<>();
            while (at < lines.size()
                    && !lines.get(at).startsWith("> ")
                    && !lines.get(at).startsWith(TITLE)) {
                before.add(lines.get(at++));
            }
            Matcher line = LINE.matcher(at < lines.size() ? lines.get(at++) : "");
            if (!title.startsWith(TITLE) || !line.matches()) {
                throw new IllegalStateException(RESOURCE + ": a step is '== TITLE' and '> CODE LINE', not: " + title);
            }
            List<String> after = new ArrayList<>();
            while (at < lines.size() && !lines.get(at).startsWith(TITLE)) {
                after.add(lines.get(at++));
            }
            steps.add(new TourStep(
                    title.substring(TITLE.length()), before, line.group(2), Integer.parseInt(line.group(1)), after));
        }
        return List.copyOf(steps);
    }
}
