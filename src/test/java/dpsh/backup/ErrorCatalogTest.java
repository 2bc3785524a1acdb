package dpsh.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ErrorCatalogTest {
    private final ErrorCatalog catalog = ErrorCatalog.load();

    /** The first column of a table that is read from the class path. */
    private static List<String> codes(String resource) {
        try (InputStream in = ErrorCatalogTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            List<String> codes = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('\t')))
                    .toList();
            assertThat(codes).as(resource).hasSizeGreaterThan(100).doesNotHaveDuplicates();
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Red when one of the rows is taken out of the catalogue, or is spelt otherwise there. */
    @Test
    void knowsEveryCodeOfTheReference() {
        assertThat(codes("reference-codes.tsv")).allSatisfy(code -> assertThat(catalog.find(code))
                .as(code)
                .isNotNull()
                .extracting(ErrorEntry::code)
                .isEqualTo(code));
    }

    @Test
    void knowsEveryCodeThatTheSandboxCanBeToldToAnswerWith() {
        assertThat(codes("/dpsh/sandbox/errors.tsv"))
                .allSatisfy(code -> assertThat(catalog.find(code)).as(code).isNotNull());
    }

    @Test
    void saysOfEachCodeWhyAndWhatToDo() {
        assertThat(catalog.all()).allSatisfy(entry -> {
            assertThat(entry.meaning()).isNotBlank().doesNotEndWith(".");
            assertThat(entry.fix()).isNotBlank().doesNotEndWith(".").matches("[A-Z].*");
            assertThat(entry.phase()).isNotBlank();
            assertThat(entry.command()).as(entry.code()).isNotBlank();
        });
    }

    @Test
    void findsWithoutCaseAndWithOrWithoutThePrefix() {
        ErrorEntry entry = catalog.find("UserErrorMissingRequiredPermissions");
        assertThat(entry).isNotNull();
        assertThat(catalog.find(" usererrormissingREQUIREDpermissions ")).isEqualTo(entry);
        assertThat(catalog.find("MissingRequiredPermissions")).isEqualTo(entry);
        assertThat(catalog.find("UserErrorCloudInternalError")).isEqualTo(catalog.find("CloudInternalError"));
        assertThat(catalog.find("Nonsense")).isNull();
        assertThat(catalog.find("429")).isEqualTo(catalog.find("http 429")).isNotNull();
        assertThat(catalog.find("")).isNull();
    }

    @Test
    void tellsTwoCodesApartThatDifferByThePrefix() {
        assertThat(catalog.find("MissingSubscriptionRegistration"))
                .extracting(ErrorEntry::code)
                .isEqualTo("MissingSubscriptionRegistration");
        assertThat(catalog.find("UserErrorMissingSubscriptionRegistration"))
                .extracting(ErrorEntry::code)
                .isEqualTo("UserErrorMissingSubscriptionRegistration");
    }

    @Test
    void findsTheCodesThatAMessageNames() {
        assertThat(catalog.named(
                        "protect: UserErrorDiskBackupAuthorizationFailed: no (`permission grant`). [activity 4-5]"))
                .extracting(ErrorEntry::code)
                .containsExactly("UserErrorDiskBackupAuthorizationFailed");
        assertThat(catalog.named(
                        "{\"code\":\"BMSUserErrorInvalidInput\",\"innerError\":{\"code\":\"CloudInternalError\"}}"))
                .extracting(ErrorEntry::code)
                .containsExactly("BMSUserErrorInvalidInput", "CloudInternalError");
        assertThat(catalog.named("the service answered HTTP/1.1 429 Too Many Requests"))
                .extracting(ErrorEntry::code)
                .containsExactly("HTTP 429");
        assertThat(catalog.named("{\"status\": 404}"))
                .extracting(ErrorEntry::code)
                .containsExactly("HTTP 404");
        assertThat(catalog.named("HTTP 403 AuthorizationFailed"))
                .extracting(ErrorEntry::code)
                .containsExactly("AuthorizationFailed");
        assertThat(catalog.named("Conflict: the vault is busy"))
                .extracting(ErrorEntry::code)
                .containsExactly("Conflict");
        assertThat(catalog.named("a Conflict of Forbidden usage, interrupted")).isEmpty();
        assertThat(catalog.named("a conflict of usage, not found and interrupted by 404 people"))
                .isEmpty();
    }

    @Test
    void findsCodesByWordsOfTheirsAndOfTheirMeaning() {
        assertThat(catalog.about("SNAPSHOT metadata"))
                .extracting(ErrorEntry::code)
                .containsExactly("UserErrorSnapshotMetadataNotFound");
        assertThat(catalog.about("encryption key"))
                .extracting(ErrorEntry::code)
                .contains("UserErrorDESKeyVaultKeyDisabled", "UserErrorDESKeyVaultKeyNotAvailable");
        assertThat(catalog.about("xyzzy")).isEmpty();
        assertThat(catalog.about("a")).isEmpty();
        assertThat(catalog.about("")).isEmpty();
    }

    @Test
    void suggestsTheNearestCodes() {
        assertThat(catalog.similar("UserErrorMisingRequiredPermision"))
                .extracting(ErrorEntry::code)
                .containsExactly("UserErrorMissingRequiredPermissions");
        assertThat(catalog.similar("alreadyprotected"))
                .extracting(ErrorEntry::code)
                .containsExactly("UserErrorDppDatasourceAlreadyProtected");
        assertThat(catalog.similar("notfound")).hasSize(3);
        assertThat(catalog.similar("xyzzyxyzzy")).isEmpty();
        assertThat(catalog.similar("a")).isEmpty();
    }

    @Test
    void putsTheCommandBehindTheFix() {
        ErrorEntry entry = catalog.find("UserErrorNotEnoughPermissionOnDisk");
        assertThat(entry).isNotNull();
        assertThat(entry.advice()).isEqualTo("Assign the role on the disk (`permission grant`)");
        assertThat(entry.waiting()).isEqualTo(ErrorEntry.Waiting.YES);
        ErrorEntry without =
                ErrorCatalog.of(List.of("Code\tany\tno\t-\t-\tmeaning\tRest")).find("code");
        assertThat(without).isNotNull();
        assertThat(without.advice()).isEqualTo("Rest");
    }

    @Test
    void refusesDataThatIsNotWellFormed() {
        String good = "Code\tany\tno\t-\t-\tmeaning\tfix";
        assertThat(ErrorCatalog.of(List.of("# comment", "", good)).all()).hasSize(1);
        assertThatThrownBy(() -> ErrorCatalog.of(
                        List.of(good, good.toUpperCase(Locale.ROOT).replace("NO", "no"))))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> ErrorCatalog.of(List.of("Code\tany"))).hasMessageContaining("7 columns");
        assertThatThrownBy(() -> ErrorCatalog.of(List.of(good.replace("no", "maybe"))))
                .hasMessageContaining("maybe");
    }
}
