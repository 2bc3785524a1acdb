package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.backup.ErrorCatalog;
import dpsh.view.PlainText;
import dpsh.view.Tone;
import dpsh.view.ValueView;
import groovy.lang.Script;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.FormatHelper;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;

/** What the words of a {@link RunbookScript} do. */
final class Words {
    private final Stand stand;
    private final Cancellation cancellation;
    private final Trail trail;
    private final Inclusions inclusions;
    private final ValueView values = new ValueView(ErrorCatalog.load());

    Words(Stand stand, Cancellation cancellation, Trail trail, Inclusions inclusions) {
        this.trail = trail;
        this.stand = stand;
        this.cancellation = cancellation;
        this.inclusions = inclusions;
    }

    void println(@Nullable Object value) {
        cancellation.pass();
        stand.page().out().print(harmless(FormatHelper.toString(value)) + "\n");
        stand.page().out().flush();
    }

    void print(@Nullable Object value) {
        cancellation.pass();
        stand.page().out().print(harmless(FormatHelper.toString(value)));
        stand.page().out().flush();
    }

    /** On a terminal nothing that it would act on: what is printed came from anywhere. */
    private String harmless(String text) {
        return stand.page().width() > 0 ? String.join("\n", PlainText.lines(text)) : text;
    }

    void table(Object rows, List<?> columns) {
        cancellation.pass();
        Collection<?> shown = Shown.all(rows(rows));
        List<String> names = columns.stream().map(Object::toString).toList();
        Collection<?> narrowed = names.isEmpty()
                ? shown
                : shown.stream().map(row -> members(row, names)).toList();
        stand.results().print(values.listing(narrowed, names), stand.page());
        stand.page().out().flush();
        stand.page().err().flush();
    }

    /** Any property of a row can be a column. */
    private static Map<String, @Nullable Object> members(@Nullable Object row, List<String> columns) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        columns.forEach(column -> members.put(column, InvokerHelper.getProperty(row, column)));
        return members;
    }

    private static Collection<?> rows(Object rows) {
        if (rows instanceof Collection<?> collection) {
            return collection;
        }
        if (rows instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (rows instanceof Map<?, ?> map) {
            return List.of(map);
        }
        throw new DpshException.Runbook(
                "table takes a list of rows, and this is a " + rows.getClass().getSimpleName(), null, null, null);
    }

    void show(@Nullable Object value) {
        cancellation.pass();
        values.print(Shown.of(value), stand.results(), stand.page());
        stand.page().out().flush();
        stand.page().err().flush();
    }

    void note(Object text) {
        cancellation.pass();
        stand.note(text.toString(), Tone.PLAIN);
    }

    void partly(Object why) {
        cancellation.pass();
        trail.partly(why.toString());
    }

    RuntimeException fail(Object why) {
        throw new DpshException.Runbook(why.toString(), null, null, null);
    }

    void sleep(Object time) {
        Duration wanted = time instanceof Number millis
                ? Duration.ofMillis(millis.longValue())
                : Waits.duration(time, "a time to sleep");
        cancellation.pass();
        try {
            stand.service().clock().sleep(wanted);
        } catch (InterruptedException e) {
            cancellation.pass();
            throw new DpshException.Interrupted("interrupted while sleeping", null);
        }
    }

    @Nullable
    Object include(Script from, String file) {
        cancellation.pass();
        return inclusions.include(from, file);
    }

    List<Script> included() {
        return inclusions.included();
    }
}
