package dpsh.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AllowedTest {
    @Test
    void thePageListsTheAnnotationsThatAreTaken() throws IOException {
        String page = Files.readString(Path.of("docs/runbooks.md"));
        String listed =
                page.substring(page.indexOf("classes that extend the compiler:"), page.indexOf("Nothing can be added"));
        assertThat(Pattern.compile("`@(\\w+)`")
                        .matcher(listed)
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .isEqualTo(Allowed.names());
    }

    @Test
    void theTransformsOfOtherAnnotationsDoNotLoad() {
        assertThat(Allowed.isTransform("org.codehaus.groovy.transform.ToStringASTTransformation"))
                .isTrue();
        assertThat(Allowed.isTransform("org.codehaus.groovy.transform.ASTTestTransformation"))
                .isFalse();
        assertThat(Allowed.isTransform("groovy.grape.GrabAnnotationTransformation"))
                .isFalse();
        assertThat(Allowed.isTransform("org.codehaus.groovy.transform.ConditionalInterruptibleASTTransformation"))
                .isFalse();
        assertThat(Allowed.isTransform("evil.ToStringASTTransformation")).isFalse();
    }
}
