package dpsh;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveRawType;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The house style's section 2 as rules: which room may import which, and which library belongs to which room. Nobody adds an
 * exception without a sentence here.
 *
 * <p>Each rule was seen red once, by the change that its comment names.
 */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dpsh");

    /** The import table, as it stands in the house style; the root package may import all and be imported by nobody. */
    private static final Map<String, Set<String>> ROOMS = new TreeMap<>(Map.ofEntries(
            Map.entry("arm", Set.of()),
            Map.entry("backup", Set.of("arm")),
            Map.entry("wire", Set.of("backup", "arm")),
            Map.entry("rest", Set.of("arm")),
            Map.entry("client", Set.of("wire", "rest", "store", "backup", "arm")),
            Map.entry("store", Set.of("backup", "arm")),
            Map.entry("bulk", Set.of("client", "store", "backup", "arm")),
            Map.entry("session", Set.of("client", "store", "backup", "arm")),
            Map.entry("view", Set.of("bulk", "client", "store", "backup", "arm")),
            Map.entry("command", Set.of("session", "view", "bulk", "store", "client", "backup", "arm")),
            Map.entry("runbook", Set.of("session", "view", "bulk", "store", "client", "backup", "arm")),
            Map.entry("shell", Set.of("command", "runbook", "session", "view", "arm")),
            Map.entry("sandbox", Set.of())));

    /** Which packages may use a library; the empty room is the composition root. */
    private static final Map<String, Set<String>> LIBRARIES = new TreeMap<>(Map.of(
            "org.jline..", Set.of("shell"),
            "groovy..", Set.of("runbook"),
            "org.codehaus.groovy..", Set.of("runbook"),
            "org.apache.groovy..", Set.of("runbook"),
            "com.azure..", Set.of("rest"),
            "java.sql..", Set.of("store"),
            "org.sqlite..", Set.of("store"),
            "com.sun.net.httpserver..", Set.of("sandbox"),
            "picocli..", Set.of("command", "shell", ""),
            "com.fasterxml.jackson..", Set.of("wire", "rest", "bulk", "view", "sandbox")));

    /** The sandbox is large, and keeps subjects that stand for themselves in packages below its own. */
    private static String packageOf(String room) {
        return room.isEmpty() ? "dpsh" : room.equals("sandbox") ? "dpsh.sandbox.." : "dpsh." + room;
    }

    private static String roomOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("dpsh") ? "" : name.substring("dpsh.".length()).replaceFirst("\\..*", "");
    }

    /** Red with {@code dpsh.arm.ErrorBody} mentioning {@code dpsh.backup.Role}, and with the sandbox using ResourceId. */
    @Test
    void aRoomImportsOnlyWhatItsRowOfTheTableAllows() {
        for (Map.Entry<String, Set<String>> row : ROOMS.entrySet()) {
            Set<String> allowed = new TreeSet<>(row.getValue());
            allowed.add(row.getKey());
            noClasses()
                    .that()
                    .resideInAPackage("dpsh." + row.getKey() + "..")
                    .should()
                    .dependOnClassesThat(describe(
                            "are of rooms other than " + allowed,
                            type -> type.getPackageName().matches("dpsh(\\..*)?") && !allowed.contains(roomOf(type))))
                    .allowEmptyShould(true)
                    .check(PRODUCT);
        }
    }

    /** Red with a class {@code dpsh.common.Strings}, and with one in {@code dpsh.wire.inner}. */
    @Test
    void everyPackageIsARoomOfTheTable() {
        assertThat(PRODUCT.stream().map(ArchitectureTest::roomOf).collect(Collectors.toSet()))
                .allMatch(room -> room.isEmpty() || ROOMS.containsKey(room));
        assertThat(PRODUCT.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .allMatch(name -> name.matches("dpsh(\\.[a-z]+)?") || name.startsWith("dpsh.sandbox."));
    }

    /** Red with a {@code java.sql.Date} in {@code dpsh.view.Cut}, and with an {@code ObjectMapper} in dpsh.client. */
    @Test
    void aLibraryIsUsedInItsRoomOnly() {
        for (Map.Entry<String, Set<String>> row : LIBRARIES.entrySet()) {
            String[] packages =
                    row.getValue().stream().map(ArchitectureTest::packageOf).toArray(String[]::new);
            noClasses()
                    .that(describe("are outside of " + row.getValue(), type -> !resideInAnyPackage(packages)
                            .test(type)))
                    .should()
                    .dependOnClassesThat(resideInAPackage(row.getKey()))
                    .check(PRODUCT);
        }
    }

    /**
     * JLine and picocli share class names, so no file knows both: the model reader for Tab hands plain values over. Red with a
     * picocli import in {@code dpsh.shell.Prompt}, which imports JLine.
     */
    @Test
    void nothingKnowsBothJLineAndPicocli() {
        Set<String> both = PRODUCT.stream()
                .filter(type -> uses(type, "org.jline.") && uses(type, "picocli."))
                .map(type -> type.getName().replaceFirst("\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(both).isEmpty();
    }

    private static boolean uses(JavaClass type, String library) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getName().startsWith(library));
    }

    /** Red with two rooms that name each other's classes: {@code arm.ErrorBody} and {@code backup.Role}. */
    @Test
    void noRoomsDependOnEachOther() {
        slices().matching("dpsh.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    /** Red with {@code System.err.println} in {@code dpsh.shell.Batch}; only Main hands the streams out. */
    @Test
    void theProcessesStreamsAreMainsAlone() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dpsh.Main")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(PRODUCT);
    }

    /** Red with {@code Thread.sleep} in {@code dpsh.client.Operation}: waiting is a constructor parameter. */
    @Test
    void nobodySleepsPastTheClock() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .check(PRODUCT);
    }

    /** Red with a {@code static int count} in {@code dpsh.client.Pages}, and with a {@code static final String[]} there. */
    @Test
    void nothingGlobalCanBeChanged() {
        fields().that()
                .areStatic()
                .and(describe("are written by us", field -> !isGenerated(field)))
                .should()
                .beFinal()
                .andShould(not(haveRawType(describe("an array", JavaClass::isArray))))
                .check(PRODUCT);
    }

    /** The compiler makes arrays for enums ({@code $VALUES}) and switches ({@code $SwitchMap$...}). */
    private static boolean isGenerated(JavaField field) {
        return field.getModifiers().contains(JavaModifier.SYNTHETIC)
                || field.getName().startsWith("$");
    }

    /** Red with a class {@code dpsh.view.TimeUtil}. */
    @Test
    void noClassIsADrawerForOddments() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Common)(\\$.*)?")
                .check(PRODUCT);
    }

    /** Red without the annotation in {@code dpsh/wire/package-info.java}. */
    @Test
    void everyPackageSaysThatNothingIsNullUnlessMarked() {
        Set<String> packages = PRODUCT.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        for (String name : packages) {
            String text = read(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"));
            assertThat(text).startsWith("/** ").contains("\n@NullMarked\npackage " + name + ";");
        }
    }

    /** Red with 150 empty lines in {@code dpsh/arm/ResourceId.java}, which makes it longer than 400. */
    @Test
    void noFileIsLongerThan400Lines() {
        assertThat(sources("src/main/java", "src/test/java"))
                .allSatisfy(file -> assertThat(read(file).lines().count())
                        .as(file.toString())
                        .isLessThanOrEqualTo(400));
    }

    /** Red with one of the three words in a comment of the product, and with such an annotation at a test. */
    @Test
    void nothingIsLeftOpenOrSkipped() {
        String open = "(?s).*\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b.*";
        String skipped = "(?s).*@Dis" + "abled.*|.*Assum" + "ptions\\..*|.*\\bassum" + "eTrue.*";
        assertThat(sources("src/main/java", "src/test/java"))
                .allSatisfy(file -> assertThat(read(file)).as(file.toString()).doesNotMatch(open));
        assertThat(sources("src/test/java"))
                .allSatisfy(file -> assertThat(read(file)).as(file.toString()).doesNotMatch(skipped));
    }

    private static List<Path> sources(String... roots) {
        return Stream.of(roots)
                .flatMap(root -> {
                    try {
                        return Files.walk(Path.of(root));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
