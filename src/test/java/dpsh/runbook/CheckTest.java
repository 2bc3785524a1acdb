package dpsh.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run --check} executes nothing of a runbook: whatever would, would create the file TRACE. */
class CheckTest {
    /** Code that leaves a trace, for the place of a closure or block. */
    private static final String ACT = "new File('TRACE').text = 'was here'";

    @TempDir
    Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text.replace("TRACE", trace().toString()) + "\n");
    }

    private Path trace() {
        return directory.resolve("TRACE");
    }

    private List<Path> check(String text) throws IOException {
        return Runbook.read(file("book.groovy", text)).check();
    }

    static Stream<String> codeThatWouldRunWhileItCompiles() {
        String test = "ASTTest(phase = org.codehaus.groovy.control.CompilePhase.CONVERSION, value = { " + ACT + " })";
        return Stream.of(
                "import groovy.transform.ASTTest\n@" + test + " class A {}",
                "@groovy.transform." + test + " class A {}",
                "import groovy.transform.ASTTest as Field\n@" + test.replace("ASTTest", "Field") + " class A {}",
                "import groovy.transform.*\n@" + test + " class A {}",
                "import groovy.transform.ASTTest\n@" + test + " def x = 1",
                "import groovy.transform.ASTTest\n@" + test + "\nimport java.util.List\n1",
                "@groovy.transform." + test + "\npackage a\n1",
                "import groovy.transform.ASTTest\nclass A { @" + test + " int x }",
                "import groovy.transform.ASTTest\nclass A { @" + test + " private int x = 1 }",
                "import groovy.transform.ASTTest\nclass A { @" + test + " def m() {} }",
                "import groovy.transform.ASTTest\nclass A { @" + test + " A() {} }",
                "import groovy.transform.ASTTest\ndef m(@" + test + " x) {}",
                "import groovy.transform.ASTTest\ndef c = { @" + test + " x -> x }",
                "import groovy.transform.ASTTest\n@" + test + " def m() {}",
                "import groovy.transform.ASTTest\n@" + test + "\nfor (x in 1..2) { x }",
                "import groovy.transform.ASTTest\nenum E { @" + test + " ONE }",
                "import groovy.transform.ASTTest\ntrait T { @" + test + " def m() {} }",
                "import groovy.transform.ASTTest\ndef run() { new Object() { @" + test + " def m() {} } }",
                "@Grab('org.example:nothing:1')\nimport java.util.List\n1",
                "@groovy.lang.Grab('org.example:nothing:1') def x = 1",
                "@Grapes([@Grab('org.example:nothing:1')])\ndef x = 1",
                "@GrabResolver(name = 'x', root = 'http://127.0.0.1:9/')\ndef x = 1",
                "@GrabConfig(systemClassLoader = true)\ndef x = 1",
                "import groovy.lang.Grab as Override\n@Override('org.example:nothing:1') def x = 1",
                "@groovy.transform.TypeChecked(extensions = 'ext.groovy') class A {}",
                "@groovy.transform.CompileStatic(extensions = ['ext.groovy']) def m() { 1 }",
                "@groovy.transform.builder.Builder(builderStrategy = Object) class A {}",
                "import groovy.transform.*\n@AnnotationCollector([ToString]) @interface Mine {}\n@Mine class A {}",
                "@groovy.transform.AnnotationCollector(processor = 'Evil') @groovy.transform.ToString class Mine {}",
                "@groovy.transform.BaseScript Script base\n1",
                "@groovy.transform.ConditionalInterrupt({ " + ACT + " }) class A {}",
                "@org.codehaus.groovy.transform.GroovyASTTransformationClass('Evil') @interface Mine {}",
                "@org.codehaus.groovy.transform.GroovyASTTransformation class A {}",
                "class A extends org.codehaus.groovy.transform.AbstractASTTransformation { void visit(a, b) {} }",
                "import org.codehaus.groovy.transform.ASTTransformation as T\nclass A implements T { void visit(a, b) {} }",
                "import org.codehaus.groovy.control.customizers.*\nclass A extends CompilationCustomizer { A() { super(null) } }");
    }

    @ParameterizedTest
    @MethodSource("codeThatWouldRunWhileItCompiles")
    void refusesWhatTheCompilerWouldExecute(String text) throws IOException {
        assertThatThrownBy(() -> check(text)).isInstanceOfSatisfying(DpshException.Usage.class, refused -> {
            assertThat(refused.what()).isEqualTo("the runbook does not compile");
            assertThat(refused.why()).contains("refused");
            assertThat(refused.place()).matches("book\\.groovy:[1-9]\\d*");
        });
        assertThat(trace()).doesNotExist();
    }

    /** The same refusal stands before a run: the code below would leave its trace by running, too. */
    @ParameterizedTest
    @MethodSource("codeThatWouldRunWhileItCompiles")
    void refusesItToRunAsWell(String text) throws IOException {
        RunbookLoader loader = new RunbookLoader(Dialect.configuration(), new Cancellation(), null);
        String code = file("book.groovy", text).toString();
        String read = Files.readString(Path.of(code));
        assertThatThrownBy(() -> new Sources().compile(loader, "book.groovy", read))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("refused");
        assertThat(trace()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ACT,
                "class A { static { " + ACT + " } }\nnew A()",
                "class A { static final X = { " + ACT + "; 'x' }() }\nprintln A.X",
                "import groovy.transform.Field\n@Field x = { " + ACT + " }()",
                "enum E { A; static { " + ACT + " } }\nprintln E.A",
                "trait T { static x = { " + ACT + " }() }\nclass A implements T {}",
                "interface I { Object X = { " + ACT + " }() }\nprintln I.X",
                "record R(int x) { R { " + ACT + " } }\nnew R(1)",
                "def x = Eval.me('''" + ACT + "''')",
            })
    void executesNothingOfTheFile(String text) throws IOException {
        assertThat(check(text)).containsExactly(directory.resolve("book.groovy"));
        assertThat(trace()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@groovy.transform.ToString @groovy.transform.EqualsAndHashCode class A { int x }",
                "import groovy.transform.*\n@Canonical class A { int x }\n@Immutable class B { int x }",
                "import groovy.transform.*\n@TupleConstructor @MapConstructor class A { int x }",
                "import groovy.transform.Field\n@Field int x = 1\nprintln x",
                "@groovy.transform.CompileStatic class A { int x() { int i = 0; while (i < 3) { i++ }; [1].each { i++ }; i } }",
                "import groovy.transform.*\n@CompileStatic class A { @CompileDynamic def x() { y } }",
                "record Point(int x, int y) { int sum() { x + y } }\nprintln new Point(1, 2).sum()",
                "sealed interface Shape permits Circle {}\nfinal class Circle implements Shape {}",
                "trait Flying { def fly() { 'flies' } }\nclass Bird implements Flying {}\nprintln new Bird().fly()",
                "class A { @Delegate List l = []; @Lazy x = 1; @Override String toString() { 'a' } }",
                "@Singleton class A { @groovy.transform.Memoized def m(x) { x } }",
                "@groovy.transform.Sortable class A { int x }\n@groovy.transform.AutoImplement class B implements Runnable {}",
                "@groovy.transform.builder.Builder class A { int x }\n@groovy.transform.NullCheck class B { def m(x) { x } }",
                "class A { @groovy.transform.Synchronized def m() { 1 }; @groovy.transform.PackageScope int y; @Newify def z() { Object.new() } }",
                "@groovy.transform.InheritConstructors class A extends RuntimeException {}",
                "@groovy.transform.AutoFinal class A { @groovy.transform.NamedVariant def m(int a, int b) { a } }",
                "@Deprecated @SuppressWarnings('x') def m(int... x) { x.length }",
                "enum E { ONE { def x() { 1 } }; def x() { 2 } }\nprintln E.ONE.x()",
                "void main() { println 'no script' }",
            })
    void takesTheAnnotationsThatExecuteNothing(String text) throws IOException {
        assertThat(check(text)).hasSize(1);
    }

    @Test
    void checksWhatIsIncludedByName() throws IOException {
        file("lib.groovy", "include 'inner.groovy'\n" + ACT);
        Path inner = file("inner.groovy", "def x = [1, 2");
        assertThatThrownBy(() -> check("1\ninclude 'lib.groovy'"))
                .isInstanceOfSatisfying(DpshException.Usage.class, wrong -> assertThat(wrong.place())
                        .isEqualTo("inner.groovy:1"));
        Files.writeString(inner, "include 'book.groovy'\n@groovy.transform.Field x = 1");
        assertThat(check("1\ninclude 'lib.groovy'").stream()
                        .map(path -> path.getFileName().toString()))
                .containsExactly("book.groovy", "lib.groovy", "inner.groovy");
        Files.delete(inner);
        assertThatThrownBy(() -> check("1\ninclude 'lib.groovy'"))
                .isInstanceOfSatisfying(DpshException.Usage.class, wrong -> {
                    assertThat(wrong.place()).isEqualTo("lib.groovy:1");
                    assertThat(wrong.why()).isEqualTo("there is no such file");
                });
        assertThat(trace()).doesNotExist();
    }

    @Test
    void noSourceIsLookedForBesideTheFile() throws IOException {
        file("Neighbour.groovy", "class Neighbour { static { " + ACT + " } }");
        assertThatThrownBy(() -> check("new Neighbour()"))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("unable to resolve class Neighbour");
        assertThat(trace()).doesNotExist();
    }

    @Test
    void tellsAllThatIsWrongInTheOrderOfTheText() {
        assertThatThrownBy(() -> check("int x = 1\ndef x = 2\nNone y\nNone z"))
                .isInstanceOfSatisfying(DpshException.Usage.class, wrong -> {
                    assertThat(wrong.place()).isEqualTo("book.groovy:2");
                    assertThat(wrong.why())
                            .contains("already contains a variable of the name x")
                            .contains("; line 3: unable to resolve class None")
                            .contains("; line 4: ");
                });
    }
}
