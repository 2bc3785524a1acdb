package dpsh.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is shown in place of being sent ({@code --show-request}).
 *
 * @param method such as {@code PUT}
 * @param body the JSON that would be sent, or null for none
 */
public record RequestText(
        String method, String url, @Nullable String body) {
    /**
     * Prints the request line and the indented body, or an object {@code {"method":…,"url":…,"body":…}}, indented or on one
     * line. A body that is no JSON is shown as it is.
     */
    public void print(Format format, Page page) {
        switch (format) {
            case TABLE, RECORD, CSV, TSV -> text(page);
            case YAML -> page.out().print(YamlText.of(json()));
            case JSON -> page.line(JsonText.pretty(json()));
            case JSONL -> page.line(JsonText.compact(json()));
        }
    }

    /** Prints several requests in their order: with a blank line between, or as an array, or one on each line. */
    public static void print(List<RequestText> requests, Format format, Page page) {
        if (format == Format.JSON || format == Format.YAML) {
            List<Listing.Row> rows = requests.stream()
                    .map(request -> new Listing.Row(List.of(), request.json()))
                    .toList();
            Printers.of(format).print(new Listing(Noun.of("request"), List.of(), rows, null), page);
            return;
        }
        boolean first = true;
        for (RequestText request : requests) {
            if (!first && !format.isJson()) {
                page.line("");
            }
            first = false;
            request.print(format, page);
        }
    }

    private void text(Page page) {
        page.line(Cell.of(method, Tone.HEADING).and(" " + url, Tone.PLAIN).painted(page.ink()));
        if (body != null) {
            JsonText.indented(body).forEach(page::line);
        }
    }

    private String json() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("method", method);
        members.put("url", url);
        members.put("body", body == null ? null : new JsonText.Raw(body));
        return JsonText.of(members);
    }
}
