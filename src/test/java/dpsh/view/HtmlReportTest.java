package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dpsh.store.RunState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be said of the page without a browser; {@code scripts/look-report} looks at it in one. */
class HtmlReportTest {
    private static final String PAGE = RunReportsTest.written("r.html", RunState.INTERRUPTED, RunSamples.small());

    private static String between(String page, String begin, String end) {
        int from = page.indexOf(begin) + begin.length();
        return page.substring(from, page.indexOf(end, from));
    }

    private static JsonNode data(String page) throws Exception {
        return new JsonMapper().readTree(between(page, "id=\"data\">", "</script>"));
    }

    @Test
    void saysTheSummaryWithoutAScript() {
        assertThat(PAGE)
                .contains(
                        "<title>Run 7: disks of RG-DiskBackup</title>",
                        "<h1>disks of RG-DiskBackup</h1>",
                        "interrupted · begun 2026-11-21T09:00:00Z · plan plan-1",
                        "<strong>2</strong> of 7 protected",
                        "3 are not, and the run has not ended with 2: <code>runs resume 7</code> goes on.",
                        "<span class=\"dot\"></span>failed <b>1</b>")
                .doesNotContain("@{");
        assertThat(RunReportsTest.written(
                        "r.html", RunState.DONE, RunSamples.small().subList(0, 2)))
                .contains("Nothing is left to do.");
        assertThat(RunReportsTest.written(
                        "r.html", RunState.DONE, RunSamples.small().subList(3, 4)))
                .contains("1 is not: <code>runs retry 7</code>");
        assertThat(RunReportsTest.written(
                        "r.html", RunState.DONE, RunSamples.small().subList(2, 5)))
                .contains("3 are not: <code>runs retry 7 --only failed,blocked,unknown</code>");
    }

    @Test
    void holdsEachItemOnce() throws Exception {
        JsonNode items = data(PAGE).get("items");
        assertThat(items.size()).isEqualTo(7);
        assertThat(items.get(3).toString())
                .isEqualTo("[4,\"sql-disk\",\"/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/"
                        + "RG-DiskBackup/providers/Microsoft.Compute/disks/sql-disk\",\"disk\",\"westus\",\"testBkpVault\","
                        + "\"DiskBackup-Policy\",\"sql-disk-1\",\"failed\",\"UserErrorMissingPermissions\","
                        + "\"The vault's identity lacks Disk Backup Reader\",\"`permission grant disk sql-disk`\","
                        + "\"0f8fad5b-d9cb-469f-a165-70867728950e\",3000,14000,90000]");
        assertThat(data(PAGE).get("length").asLong()).isEqualTo(845_000);
    }

    /** Red with a font from elsewhere, an image, a link or a frame. */
    @Test
    void namesNoAddressOutsideOfItsData() {
        String frame = PAGE.replace(between(PAGE, "id=\"data\">", "</script>"), "");
        assertThat(frame)
                .doesNotContainPattern("(?i)https?:|//[a-z0-9.-]+\\.[a-z]{2,}|url\\(|@import|<link|<img|<iframe");
        assertThat(frame).doesNotContain(" src=", " href=", "fetch(", "XMLHttpRequest", "sendBeacon", "import(");
    }

    /** Red when the script is changed on its way into the page: the browser would not run it. */
    @Test
    void allowsItsOwnStyleAndScriptByTheirDigestsAndNothingElse() throws Exception {
        String policy = between(PAGE, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src '" + digest(between(PAGE, "<style>", "</style>"))
                        + "'; script-src '" + digest(between(PAGE, "<script>", "</script>"))
                        + "'; base-uri 'none'; form-action 'none'");
        assertThat(PAGE).doesNotContainPattern("<[^>]* (style|on[a-z]+)=");
    }

    private static String digest(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    /** Red without the escaping of {@code <} in the data, and of the title. */
    @Test
    void hostileTextCannotLeaveItsPlace() throws Exception {
        String hostile = RunReportsTest.HOSTILE + "@{data}@{script}$1\\";
        String page = RunReportsTest.written("r.html", RunState.DONE, hostile, List.of(RunReportsTest.hostile()));
        Matcher scripts = Pattern.compile("(?i)</?script").matcher(page);
        assertThat(scripts.results().count()).isEqualTo(4);
        assertThat(page).doesNotContain("<!--", "alert(1)</script", "\u001b", "\u0000");
        assertThat(between(page, "<h1>", "</h1>"))
                .startsWith("&lt;/script&gt;&lt;!--")
                .endsWith("@{data}@{script}$1\\");
        assertThat(data(page).get("items").get(0).get(10).asText())
                .startsWith("</script><!--<script>alert(1)</script>]]>&\"'|`*_[x](http://evil)");
    }
}
