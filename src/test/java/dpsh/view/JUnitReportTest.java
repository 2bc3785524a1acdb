package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.store.ItemState;
import dpsh.store.RunState;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitReportTest {
    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void eachDatasourceIsACase() {
        assertThat(RunReportsTest.written("r.xml", RunState.INTERRUPTED, RunSamples.small()))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="dpsh" tests="7" failures="2" errors="3" skipped="0" time="845.000">
                  <testsuite name="run 7: disks of RG-DiskBackup" tests="7" failures="2" errors="3" skipped="0" time="845.000" timestamp="2026-11-21T09:00:00">
                    <properties>
                      <property name="plan" value="plan-1"/>
                      <property name="state" value="interrupted"/>
                    </properties>
                    <testcase classname="testBkpVault.DiskBackup-Policy" name="msdiskbackup (RG-DiskBackup)" time="200.000"/>
                    <testcase classname="testBkpVault.DiskBackup-Policy" name="data-disk-01 (RG-DiskBackup)" time="1.000"/>
                    <testcase classname="testBkpVault.DiskBackup-Policy" name="ultra-disk (RG-DiskBackup)" time="1.000">
                      <failure type="UserErrorUnsupportedDiskSku" message="Ultra disks cannot be protected">state: blocked
                code: UserErrorUnsupportedDiskSku
                why: Ultra disks cannot be protected
                fix: choose another SKU
                datasource: /subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/ultra-disk</failure>
                    </testcase>
                    <testcase classname="testBkpVault.DiskBackup-Policy" name="sql-disk (RG-DiskBackup)" time="87.000">
                      <failure type="UserErrorMissingPermissions" message="The vault&#39;s identity lacks Disk Backup Reader">state: failed
                code: UserErrorMissingPermissions
                why: The vault&#39;s identity lacks Disk Backup Reader
                fix: `permission grant disk sql-disk`
                activity: 0f8fad5b-d9cb-469f-a165-70867728950e
                datasource: /subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/sql-disk</failure>
                    </testcase>
                    <testcase classname="testBkpVault.DiskBackup-Policy" name="slow-disk (RG-DiskBackup)" time="841.000">
                      <error type="unknown" message="it did not end within 1 h">state: unknown
                why: it did not end within 1 h
                fix: `runs resume 7`
                datasource: /subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/slow-disk</error>
                    </testcase>
                    <testcase classname="testBkpVault.DiskBackup-Policy" name="late-disk (RG-DiskBackup)" time="0.000">
                      <error type="NotEnded" message="the run has not ended with it: it is configuring; `runs resume 7` goes on">state: configuring
                datasource: /subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/late-disk</error>
                    </testcase>
                    <testcase classname="testBkpVault.DiskBackup-Policy" name="last-disk (RG-DiskBackup)" time="0.000">
                      <error type="NotEnded" message="the run has not ended with it: it is planned; `runs resume 7` goes on">state: planned
                datasource: /subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/last-disk</error>
                    </testcase>
                  </testsuite>
                </testsuites>
                """);
    }

    /** Red without the escaping, and without the replacement of what XML cannot hold. */
    @Test
    void hostileTextStaysText() throws Exception {
        Document report = parsed(RunReportsTest.written(
                "r.xml", RunState.DONE, RunReportsTest.HOSTILE, List.of(RunReportsTest.hostile())));
        Element failure = (Element) report.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message"))
                .startsWith("</script><!--<script>alert(1)</script>]]>&\"'|`*_[x](http://evil)")
                .doesNotContain("\u001b");
        assertThat(failure.getTextContent()).contains("]]>&\"'|");
        assertThat(report.getElementsByTagName("script").getLength()).isZero();
        Element suite = (Element) report.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).startsWith("run 7: </script><!--");
    }

    @Test
    void everyCharacterThatXmlCannotHoldIsReplaced() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= 0xffff; c++) {
            all.append((char) c);
        }
        Document text = parsed("<a b=\"" + XmlText.of(all.toString()) + "\">" + XmlText.of(all.toString()) + "</a>");
        assertThat(text.getDocumentElement().getAttribute("b"))
                .contains("\ufffd", "<", "\t")
                .doesNotContain("\u0001");
        assertThat(text.getDocumentElement().getTextContent()).contains("]").doesNotContain("\u0001", "\ufffe");
    }

    @Test
    void theNumbersAreThoseOfTheCases() throws Exception {
        Document report = parsed(RunReportsTest.written("r.xml", RunState.DONE, RunSamples.many(1000)));
        Element suite = (Element) report.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests"))
                .isEqualTo(count(report, "testcase"))
                .isEqualTo("1000");
        assertThat(suite.getAttribute("failures"))
                .isEqualTo(count(report, "failure"))
                .isNotEqualTo("0");
        assertThat(suite.getAttribute("errors"))
                .isEqualTo(count(report, "error"))
                .isNotEqualTo("0");
    }

    private static String count(Document report, String element) {
        return String.valueOf(report.getElementsByTagName(element).getLength());
    }

    @Test
    void aRunWithNothingDoneTakesNoTime() {
        var planned = List.of(RunSamples.item(1, "a", ItemState.PLANNED, null, null, null));
        assertThat(RunReportsTest.written("r.xml", RunState.INTERRUPTED, planned))
                .contains("errors=\"1\" skipped=\"0\" time=\"0.000\"");
    }
}
