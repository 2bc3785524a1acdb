package dpsh.docs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is shown, without what differs from run to run. The one place that says which parts those are: progress lines, IDs that
 * the service draws, times, ports, the numbers of operations (they count validations, and how often roles are tried depends on
 * the machine), and the blanks that line columns up.
 */
public final class Shown {
    /** How often these appear, and whether, depends on how fast the machine is. */
    private static final Pattern PROGRESS = Pattern.compile(
            ".*(: |  )(Inprogress|job InProgress|ConfiguringProtection|UpdatingProtection|SoftDeleting)|.*  ?not in force yet.*|not in force yet, .*");

    /** A script is told which line failed; a person at the prompt has just typed it. */
    private static final Pattern LINE_OF_SCRIPT = Pattern.compile("dpsh: line \\d+ ended with .*");

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private Shown() {}

    /** The lines that are compared. Blanks at the end and the widths of columns are not. */
    public static List<String> compared(List<String> lines) {
        return lines.stream()
                .map(Shown::steady)
                .filter(line -> !PROGRESS.matcher(line).matches())
                .filter(line -> !LINE_OF_SCRIPT.matcher(line).matches())
                .toList();
    }

    private static String steady(String line) {
        return line.replaceAll("(activity|correlation|client request) +" + UUID, "$1 ID")
                .replaceAll("operation (watch )?\\d+", "operation $1N")
                .replaceAll("^ *\\d+(?=  (create|delete) instance  )", "N")
                .replaceAll("\\d+ min \\d+ s", "LENGTH")
                .replaceAll("(?<=recovery point |recovery point  |recoveryPoints/)[0-9a-f]{32}", "POINT")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "TIME")
                .replaceAll("(now|\\d+ (s|min|h) ago|in \\d+ (s|min|h))( \\(TIME\\))?", "WHEN")
                .replaceAll("http://127\\.0\\.0\\.1:\\d+", "http://127.0.0.1:PORT")
                .replaceAll("(?<=\\S) {2,}", "  ")
                .stripTrailing();
    }
}
