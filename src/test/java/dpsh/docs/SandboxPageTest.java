package dpsh.docs;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SandboxPageTest extends PageTest {
    @TestFactory
    Stream<DynamicTest> everyShownCommandShowsWhatThePageSays() {
        return sectionsOf("docs/sandbox.md");
    }
}
