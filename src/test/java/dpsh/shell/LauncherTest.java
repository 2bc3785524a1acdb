package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    @TempDir
    Path root = Path.of("");

    private LauncherRun launcher;

    @BeforeEach
    void makeProject() throws IOException {
        launcher = new LauncherRun(root.toRealPath());
    }

    @Test
    void passesArgumentsAndTheExitCodeThrough() throws IOException {
        launcher.built();
        launcher.environment.put("FAKE_CODE", "5");
        LauncherRun.Result result = launcher.run("-c", "use vault 'a b'", "", "*");
        assertThat(result.out())
                .endsWith("arg:-c\narg:use vault 'a b'\narg:\narg:*\n")
                .contains("arg:" + launcher.jar());
        assertThat(result.code()).isEqualTo(5);
        assertThat(result.err()).isEmpty();
        assertThat(launcher.mavenCalls()).isEmpty();
    }

    @Test
    void worksThroughAChainOfLinks() throws IOException {
        launcher.built();
        Path far = Files.createDirectories(root.resolve("far/away"));
        Path first = Files.createSymbolicLink(root.resolve("first"), launcher.launcher());
        Files.createSymbolicLink(far.resolve("second"), Path.of("../../first"));
        Path third = Files.createSymbolicLink(far.resolve("third"), Path.of("second"));
        for (Path link : new Path[] {first, third}) {
            assertThat(launcher.runAs(link, "status").out()).contains("arg:" + launcher.jar(), "arg:status");
        }
    }

    @Test
    void javaHomeComesBeforeThePath() throws IOException {
        launcher.built();
        launcher.java(root.resolve("other jdk"), "21.0.2");
        launcher.environment.put("JAVA_HOME", root.resolve("other jdk").toString());
        assertThat(launcher.run().out()).startsWith("java 21.0.2\n");
        launcher.environment.put("JAVA_HOME", root.resolve("nowhere").toString());
        assertThat(launcher.run().out()).startsWith("java 17.0.15\n");
    }

    @Test
    void aMissingJavaIsOneSentence() throws IOException {
        Files.delete(launcher.bin.resolve("java"));
        LauncherRun.Result result = launcher.run("status");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("dpsh: Java 17 or newer is needed and none was found; install a JDK or set JAVA_HOME.\n");
        assertThat(result.out()).isEmpty();
        assertThat(launcher.mavenCalls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.20", "1.8.0_392", "16"})
    void anOldJavaIsOneSentence(String version) throws IOException {
        launcher.java(root.resolve("jdk"), version);
        LauncherRun.Result result = launcher.run("status");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err())
                .startsWith("dpsh: Java 17 or newer is needed and ")
                .contains("is version " + version);
    }

    @Test
    void asksJavaItselfWhereThereIsNoReleaseFile() throws IOException {
        launcher.built();
        launcher.java(root.resolve("jdk"), "1.8.0_392");
        Files.delete(root.resolve("jdk/release"));
        assertThat(launcher.run().err()).contains("is version 1.8.0_392");
        launcher.java(root.resolve("jdk"), "25-ea");
        Files.delete(root.resolve("jdk/release"));
        assertThat(launcher.run().out()).startsWith("java 25-ea\n");
    }

    @Test
    void aJavaThatDoesNotRunIsOneSentence() throws IOException {
        Files.delete(root.resolve("jdk/release"));
        LauncherRun.script(root.resolve("jdk/bin/java"), "echo 'No Java runtime present' >&2; exit 1\n");
        LauncherRun.Result result = launcher.run();
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains("does not tell its version");
    }

    @Test
    void buildsOnFirstUseAndSaysSo() throws IOException {
        LauncherRun.Result result = launcher.run("status");
        assertThat(result.err()).isEqualTo("dpsh: building, this takes about a minute the first time ...\n");
        assertThat(result.out()).contains("half whole").contains("arg:status");
        assertThat(result.code()).isZero();
        assertThat(launcher.mavenCalls())
                .containsExactly(
                        "-B -q -Dmaven.test.skip=true -Dspotless.check.skip=true -Ddpsh.archive.skip=true package");
        assertThat(launcher.project.resolve("target/build.log")).content().contains("building in " + launcher.project);
        assertThat(Files.exists(launcher.lock(), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void buildsOnceAsLongAsNothingChanges() throws IOException {
        launcher.run();
        assertThat(launcher.run().err()).isEmpty();
        assertThat(launcher.mavenCalls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "src/main/java/A.java", "src/main/java"})
    void buildsAgainWhenASourceIsNewer(String changed) throws IOException {
        launcher.built();
        Files.setLastModifiedTime(launcher.project.resolve(changed), FileTime.from(LauncherRun.OLD.plusSeconds(120)));
        assertThat(launcher.run().out()).contains("half whole");
        assertThat(launcher.mavenCalls()).hasSize(1);
    }

    @Test
    void aFailedBuildShowsItsEndAndLeavesNothingToRun() throws IOException {
        launcher.environment.put("FAKE_MVN_FAILS", "1");
        LauncherRun.Result result = launcher.run("status");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("dpsh: the build failed; " + launcher.project.resolve("target/build.log") + " has everything")
                .endsWith("[ERROR] no such luck\n");
        launcher.environment.remove("FAKE_MVN_FAILS");
        assertThat(launcher.run("status").code()).isZero();
        assertThat(launcher.mavenCalls()).hasSize(2);
    }

    @Test
    void aMissingMavenIsOneSentence() throws IOException {
        Files.delete(launcher.bin.resolve("mvn"));
        LauncherRun.Result result = launcher.run();
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("dpsh: building needs Maven and no mvn was found; install Maven, or put it on the PATH.\n");
        assertThat(Files.exists(launcher.lock(), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void twoLaunchesBuildOnceAndNeitherRunsHalfAJar() throws Exception {
        Path gate = root.resolve("gate");
        assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor())
                .isZero();
        launcher.environment.put("GATE", gate.toString());
        Process first = launcher.start(launcher.launcher(), "first");
        StringBuilder firstErrors = readLineWith(first, "building");
        Process second = launcher.start(launcher.launcher(), "second");
        StringBuilder secondErrors = readLineWith(second, "dpsh: waiting for the build that process " + first.pid());
        Files.writeString(gate, "go");
        LauncherRun.Result one = LauncherRun.finish(first, firstErrors);
        LauncherRun.Result two = LauncherRun.finish(second, secondErrors);
        assertThat(one.out()).contains("half whole").contains("arg:first");
        assertThat(two.out()).contains("half whole").contains("arg:second");
        assertThat(launcher.mavenCalls()).hasSize(1);
    }

    @Test
    void theLockOfADeadBuildIsTakenOverAndItsHalfJarThrownAway() throws Exception {
        launcher.built();
        Files.writeString(launcher.jar(), "half ");
        Process dead = new ProcessBuilder("true").start();
        assertThat(dead.waitFor()).isZero();
        Files.createSymbolicLink(launcher.lock(), Path.of(Long.toString(dead.pid())));
        LauncherRun.Result result = launcher.run();
        assertThat(result.out()).contains("half whole");
        assertThat(launcher.mavenCalls()).hasSize(1);
        assertThat(Files.exists(launcher.lock(), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    /** House style, section 7: a stale class archive warns on standard output, and bytes are UTF-8 everywhere. */
    @Test
    void javaIsKeptQuietAndSpeaksUtf8() throws IOException {
        launcher.built();
        assertThat(launcher.run().out().lines())
                .contains("arg:-Xlog:disable", "arg:-Dfile.encoding=UTF-8", "arg:-XX:TieredStopAtLevel=1")
                .contains("arg:-Dstdout.encoding=UTF-8", "arg:-Dstderr.encoding=UTF-8", "arg:-XX:+UseSerialGC");
    }

    @Test
    void saysThatNoStreamIsATerminal() throws IOException {
        launcher.built();
        assertThat(launcher.run().out().lines()).contains("arg:-Ddpsh.terminal=", "arg:-Ddpsh.columns=");
    }

    @ParameterizedTest
    @CsvSource({"17.0.15,false", "21.0.2,false", "22,true", "25.0.3,true"})
    void nativeAccessIsDeclaredWhereJavaKnowsIt(String version, boolean declared) throws IOException {
        launcher.built();
        launcher.java(root.resolve("jdk"), version);
        assertThat(launcher.run().out().contains("arg:--enable-native-access=ALL-UNNAMED"))
                .isEqualTo(declared);
    }

    @Test
    void furtherJavaOptionsComeBehindItsOwn() throws IOException {
        launcher.built();
        launcher.environment.put("DPSH_JAVA_OPTS", "-Xmx200m  -Dx=*");
        assertThat(launcher.run().out()).contains("arg:-Xmx200m\narg:-Dx=*\narg:-jar\n");
    }

    private Path archive() throws IOException {
        return Files.createDirectories(launcher.project.resolve("target/archive"))
                .resolve("x 17.0.15.jsa");
    }

    @Test
    void theBuildMakesTheClassArchiveAfterTheJarHasItsTime() throws IOException {
        Path said = root.resolve("said");
        launcher.environment.put("ARCHIVING", said.toString());
        launcher.run();
        assertThat(said)
                .content()
                .contains("dpsh.ClassArchive " + launcher.project.resolve("target") + " " + archive());
    }

    @Test
    void aWholeArchiveNewerThanTheJarIsNamedToJava() throws IOException {
        launcher.built();
        assertThat(launcher.run().out()).doesNotContain("SharedArchiveFile");
        Files.writeString(archive(), "classes");
        assertThat(launcher.run().out()).doesNotContain("SharedArchiveFile");
        Files.writeString(archive().resolveSibling(archive().getFileName() + ".size"), "7\n");
        assertThat(launcher.run().out()).contains("arg:-XX:SharedArchiveFile=" + archive() + "\n");
        Files.writeString(archive(), "class");
        assertThat(launcher.run().out()).doesNotContain("SharedArchiveFile");
        Files.writeString(archive(), "classes");
        Files.setLastModifiedTime(archive(), FileTime.from(LauncherRun.OLD));
        assertThat(launcher.run().out()).doesNotContain("SharedArchiveFile");
    }

    /** The build made one for its own Java only. */
    @Test
    void aSessionWithAnotherJavaMakesAnArchiveBehindItsBack() throws Exception {
        launcher.built();
        Files.createDirectories(launcher.project.resolve("target/native"));
        Path fifo = root.resolve("archiving");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        launcher.environment.put("ARCHIVING", fifo.toString());
        LauncherRun.script(launcher.bin.resolve("sleep"), "exit 0\n");
        try (PseudoTerminal terminal = PseudoTerminal.open(80, 24, shown -> {})) {
            ProcessBuilder builder = new ProcessBuilder(launcher.launcher().toString());
            builder.environment().clear();
            builder.environment().putAll(launcher.environment);
            CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> read(fifo));
            Process process = terminal.start(builder);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said.get(60, TimeUnit.SECONDS))
                    .contains("dpsh.ClassArchive", archive().toString());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StringBuilder readLineWith(Process process, String wanted) throws IOException {
        BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
        StringBuilder read = new StringBuilder();
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            read.append(line).append('\n');
            if (line.contains(wanted)) {
                return read;
            }
        }
        throw new AssertionError("never said " + wanted + ":\n" + read);
    }
}
