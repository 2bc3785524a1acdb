package dpsh.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.DpshException;
import groovy.lang.Binding;
import groovy.lang.Script;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Groovy code does, interrupting whoever waits for it ends it. A test that hangs is a test that fails. */
class CancellationTest {
    /** For code that ends at its next checkpoint, however slow the machine is. */
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Runs the code, interrupts the waiting thread when the code says {@code begun()}, and returns what that ended with. */
    private DpshException.Interrupted interrupted(Duration patience, String code) throws Exception {
        Cancellation cancellation = new Cancellation();
        RunbookLoader loader = new RunbookLoader(Dialect.configuration(), cancellation, null);
        Class<?> type = new Sources().compile(loader, "code.groovy", code);
        Binding binding = new Binding();
        binding.setVariable("begun", begun);
        Script script = InvokerHelper.createScript(type, binding);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                new OwnThread(cancellation, () -> "goes on", patience).call("the code", () -> {
                    try {
                        return script.run();
                    } finally {
                        ended.countDown();
                    }
                });
                thrown.complete(new AssertionError("it ended by itself"));
            } catch (Throwable e) {
                // Whatever it is, the test looks at it.
                thrown.complete(e);
            }
        });
        waiting.start();
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        waiting.interrupt();
        Throwable told = thrown.get(60, TimeUnit.SECONDS);
        assertThat(told).isInstanceOf(DpshException.Interrupted.class);
        return (DpshException.Interrupted) told;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begun.countDown(); while (true) {}",
                "begun.countDown(); while (true) ;",
                "begun.countDown(); for (;;) {}",
                "begun.countDown(); do {} while (true)",
                "begun.countDown(); while (true) { try { Thread.sleep(100000) } catch (Exception e) {} }",
                "begun.countDown(); while (true) { try { Thread.sleep(100000) } catch (Throwable e) {} }",
                "begun.countDown(); while (true) { try { throw new Exception() } catch (Throwable e) { } finally { } }",
                "begun.countDown(); try { while (true) {} } catch (Throwable e) { while (true) {} }",
                "begun.countDown(); def f() { try { f() } catch (Throwable e) { f() } }; while (true) { try { f() } catch (Throwable e) {} }",
                "begun.countDown(); (1..Long.MAX_VALUE).each { it }",
                "begun.countDown(); def c = { owner }; while (c()) { }",
                "begun.countDown(); java.util.stream.Stream.iterate(1, { it + 1 }).forEach { }",
                "begun.countDown(); java.util.stream.Stream.iterate(1, x -> x + 1).forEach(x -> { })",
                "begun.countDown(); Object.metaClass; [1].each { while (true) { [1].each { new Object().with { it } } } }",
                "begun.countDown(); synchronized (this) { while (true) { try { this.wait() } catch (InterruptedException e) {} } }",
                "begun.countDown(); new java.util.concurrent.CountDownLatch(1).await()",
                "begun.countDown(); ''.sleep(100000000) { false }",
                "import groovy.transform.CompileStatic\n@CompileStatic class A { static go() { int i = 0; while (true) { i++ } } }\nbegun.countDown(); A.go()",
                "class A { def go() { while (true) { try { Thread.sleep(9999999) } catch (e) {} } } }\nbegun.countDown(); new A().go()",
                "trait T { def go() { while (true) {} } }\nclass A implements T {}\nbegun.countDown(); new A().go()",
                "enum E { ONE { def go() { while (true) {} } }; def go() {} }\nbegun.countDown(); E.ONE.go()",
                "class A { A(b) { b.countDown(); while (true) {} } }\nnew A(begun)",
                "class A { static b; static { } ; def getX() { b.countDown(); x } }\nA.b = begun; try { new A().x } catch (StackOverflowError e) { while (true) {} }; while (true) {}",
                "begun.countDown(); (1..2).stream().parallel().forEach { while (true) {} }",
            })
    void endsTheCode(String code) throws Exception {
        DpshException.Interrupted told = interrupted(ENOUGH, code);
        assertThat(told.what()).isEqualTo("interrupted the code");
        assertThat(told.next()).isEqualTo("goes on");
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }

    /** Code of Java's that heeds no interrupt is left behind; the prompt comes back all the same. */
    @Test
    void leavesBehindWhatCannotBeEnded() throws Exception {
        DpshException.Interrupted told = interrupted(
                OwnThread.PATIENCE,
                "def lock = new java.util.concurrent.locks.ReentrantLock()\n"
                        + "def held = new java.util.concurrent.CountDownLatch(1)\n"
                        + "Thread.startDaemon { lock.lock(); held.countDown(); new java.util.concurrent.CountDownLatch(1).await() }\n"
                        + "held.await()\nbegun.countDown()\nlock.lock()");
        assertThat(told.next()).isEqualTo("it did not stop at once and was left behind; goes on");
    }
}
