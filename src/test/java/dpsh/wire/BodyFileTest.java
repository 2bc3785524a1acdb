package dpsh.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Finding;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Names;
import dpsh.backup.ReadDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Body files: the articles' own with their mistakes, and what is said of those that cannot be used. */
class BodyFileTest {
    private static final String DISK_ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/disks/d";
    private static final String POLICY_ID =
            "/subscriptions/s/resourceGroups/rg/providers/Microsoft.DataProtection/backupVaults/v/backupPolicies/p";

    private static ReadDraft read(String text) {
        return BodyFile.read("body.json", text);
    }

    private static ReadDraft article(String name) {
        return read(Sample.of("articles/" + name).text());
    }

    private static String body(String source, String policy) {
        return "{\"backupInstance\":{\"dataSourceInfo\":" + source + ",\"policyInfo\":" + policy
                + ",\"objectType\":\"BackupInstance\"}}";
    }

    private static String source(String type) {
        return "{\"datasourceType\":\"" + type + "\",\"resourceID\":\"" + DISK_ID
                + "\",\"resourceLocation\":\"westus\"}";
    }

    private static void refused(String text, String... words) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(DpshException.Usage.class, e -> {
            assertThat(e.what()).isEqualTo("the body in body.json cannot be used");
            assertThat(e.why()).contains(words);
        });
    }

    @Test
    void takesTheDiskArticlesBodyToValidate() {
        ReadDraft read = article("disk-validate-request.json");
        InstanceDraft draft = read.draft();
        assertThat(read.notes()).isEmpty();
        assertThat(draft.kind()).isEqualTo(DatasourceKind.DISK);
        assertThat(draft.name()).isEqualTo(Names.instanceName(draft.datasource()));
        assertThat(draft.location()).hasToString("westUS");
        assertThat(draft.policy().name()).isEqualTo("DiskBackup-Policy");
        assertThat(draft.snapshotGroup())
                .hasToString("/subscriptions/xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx/resourcegroups/snapshot-rg");
        assertThat(InstanceBody.toValidate(draft))
                .isEqualToIgnoringWhitespace(
                        Sample.of("articles/disk-validate-request.json").text());
    }

    @Test
    void takesTheNameFromTheBodyToCreate() {
        assertThat(article("disk-create-request.json").draft().name())
                .isEqualTo("msdiskbackup-2dc6eb5b-d008-4d68-9e49-7132d99da0ed");
    }

    @Test
    void putsTheDiskArticlesFirstBodyRight() {
        ReadDraft read = article("disk-first-body.json");
        assertThat(read.notes()).singleElement().satisfies(note -> {
            assertThat(note.severity()).isEqualTo(Finding.Severity.NOTE);
            assertThat(note.message()).contains("'Microsoft.Compute/' is cut off", "Microsoft.Compute/disks");
        });
        assertThat(InstanceBody.toValidate(read.draft()))
                .isEqualToIgnoringWhitespace(
                        Sample.of("articles/disk-validate-request.json").text());
    }

    @Test
    void putsTheBlobArticlesSpellingRight() {
        ReadDraft read = article("blob-create-request.json");
        assertThat(read.notes()).singleElement().satisfies(note -> assertThat(note.message())
                .startsWith("'datasourceinfo' is written 'dataSourceInfo' by the contract"));
        assertThat(read.draft().kind()).isEqualTo(DatasourceKind.BLOB);
        assertThat(read.draft().snapshotGroup()).isNull();
        assertThat(InstanceBody.toCreate(read.draft()))
                .contains("\"dataSourceInfo\":")
                .doesNotContain("datasourceinfo");
    }

    @Test
    void saysThatTheBlobArticlesPrintedTextIsNoJson() {
        assertThatThrownBy(() -> article("blob-as-printed.txt"))
                .isInstanceOfSatisfying(DpshException.Usage.class, e -> {
                    assertThat(e.why()).matches("(?s)it is not JSON: line \\d+, column \\d+: .*");
                    assertThat(e.next()).contains("lack braces", "instance build");
                });
    }

    @Test
    void takesTheRecordedSpellingAndNulls() {
        String first = Sample.of("recorded/requests.json").text();
        Fields all = Fields.answer(first, "the sample");
        ReadDraft read = read(all.at("disk-validate-first").node().toString());
        assertThat(read.draft().datasource().name()).isEqualTo("clitest-disk-donotdelete");
        assertThat(InstanceBody.toValidate(read.draft()))
                .isEqualTo(all.at("disk-validate-first").node().toString());
    }

    @Test
    void takesTheInstanceAloneAndFillsItsObjectType() {
        ReadDraft read = read("{\"DATASOURCEINFO\":" + source("MICROSOFT.COMPUTE/DISKS")
                + ",\"policyinfo\":{\"POLICYID\":\"" + POLICY_ID + "\"}}");
        assertThat(read.draft().kind()).isEqualTo(DatasourceKind.DISK);
        assertThat(read.notes()).extracting(Finding::message).hasSize(3);
        assertThat(read.draft().given()).contains("\"objectType\":\"BackupInstance\"");
    }

    @Test
    void fillsAMissingDatasourceType() {
        String source = "{\"resourceID\":\"" + DISK_ID + "\",\"resourceLocation\":\"westus\"}";
        ReadDraft read = read(body(source, "{\"policyId\":\"" + POLICY_ID + "\"}"));
        assertThat(read.notes()).singleElement().satisfies(note -> assertThat(note.message())
                .startsWith("datasourceType was missing"));
    }

    @Test
    void namesLineAndColumnOfWhatIsNoJson() {
        refused("{\n  \"backupInstance\": {\n    oops\n}}", "it is not JSON: line 3, column ");
        refused("{\"a\":1} {\"b\":2}", "it is not JSON: line 1, column ");
        refused("{\"a\":", "it is not JSON: line 1, column ");
        refused("<html>", "it is not JSON: line 1, column 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n"})
    void anEmptyFileIsEmpty(String text) {
        refused(text, "it is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "12", "null"})
    void anythingButAnObjectIsRefused(String text) {
        refused(text, "it is no JSON object");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {} | it lacks dataSourceInfo, policyInfo
            {"backupInstance":{}} | it lacks dataSourceInfo, policyInfo
            {"backupInstance":{"dataSourceInfo":{},"policyInfo":{}}} | it lacks dataSourceInfo.resourceID, policyInfo.policyId, dataSourceInfo.resourceLocation
            {"backupInstance":{"dataSourceInfo":[],"policyInfo":"p"}} | it lacks dataSourceInfo, policyInfo
            {"properties":{"dataSourceInfo":{"resourceID":" ","resourceLocation":"w"},"policyInfo":{"policyId":null}}} | it lacks dataSourceInfo.resourceID, policyInfo.policyId
            """)
    void namesEveryPartThatIsMissing(String text, String why) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(DpshException.Usage.class, e -> assertThat(e.why())
                .isEqualTo(why));
    }

    @Test
    void refusesAWrapperThatIsNoObject() {
        refused("{\"backupInstance\":[1]}", "'backupInstance' is no object");
    }

    @Test
    void refusesADatasourceThatDpshDoesNotProtect() {
        refused(
                body(source("Microsoft.DBforPostgreSQL/servers/databases"), "{\"policyId\":\"" + POLICY_ID + "\"}"),
                "'Microsoft.DBforPostgreSQL/servers/databases' is none that dpsh protects");
    }

    @Test
    void refusesMalformedIdsInIt() {
        assertThatThrownBy(() -> read(body(source("Microsoft.Compute/disks"), "{\"policyId\":\"p\"}")))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("'p' is no resource ID");
    }
}
