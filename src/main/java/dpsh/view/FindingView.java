package dpsh.view;

import dpsh.backup.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the checks before a call found. As JSON: {@code {"severity":"error","code":…,"message":…,"fix":…}}, code and fix null
 * where there is none.
 */
public final class FindingView implements View<Finding> {
    private static final Noun NOUN = Noun.of("finding");
    private static final List<Column> COLUMNS =
            List.of(Column.whole("severity"), Column.of("finding"), Column.of("fix"), Column.extra("code"));

    @Override
    public Listing listing(List<Finding> findings) {
        return new Listing(
                NOUN,
                COLUMNS,
                findings.stream()
                        .map(finding -> new Listing.Row(
                                List.of(
                                        severity(finding),
                                        Cell.of(finding.message()),
                                        Cell.of(finding.fix()),
                                        Cell.of(finding.serviceCode(), Tone.DIM)),
                                raw(finding)))
                        .toList(),
                null);
    }

    @Override
    public Detail detail(Finding finding) {
        return Detail.of(
                List.of(
                        Detail.Field.of("severity", severity(finding)),
                        Detail.Field.of("finding", finding.message()),
                        Detail.Field.of("fix", finding.fix()),
                        Detail.Field.of("code", finding.serviceCode())),
                raw(finding));
    }

    /** On one line: "error: the policy is for blobs. Choose another. [BMSUserErrorInvalidInput]". */
    public static Cell sentence(Finding finding) {
        String message = Clause.of(finding.message());
        String fix = Clause.of(finding.fix());
        String code = Clause.of(finding.serviceCode());
        StringBuilder rest = new StringBuilder(": ").append(Clause.ended(message == null ? "no explanation" : message));
        if (fix != null) {
            rest.append(' ').append(Clause.ended(Clause.begun(fix)));
        }
        if (code != null) {
            rest.append(" [").append(code).append(']');
        }
        return severity(finding).and(rest.toString(), Tone.PLAIN);
    }

    private static Cell severity(Finding finding) {
        Tone tone =
                switch (finding.severity()) {
                    case ERROR -> Tone.BAD;
                    case WARNING -> Tone.WARNING;
                    case NOTE -> Tone.DIM;
                };
        return Cell.of(word(finding), tone);
    }

    private static String word(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String raw(Finding finding) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("severity", word(finding));
        members.put("code", finding.serviceCode());
        members.put("message", finding.message());
        members.put("fix", finding.fix());
        return JsonText.of(members);
    }
}
