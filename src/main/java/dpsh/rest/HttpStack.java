package dpsh.rest;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Configuration;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client and its threads, made when first asked for.
 *
 * <p>All of its threads are daemons of one thread group, the JDK client's selector thread too (it joins the group of the
 * thread that builds the client). {@link #close()} interrupts the group: that is the one way on Java 17 to stop the
 * selector, which otherwise sits in native code and delays the JVM's exit by 0.3 s.
 */
final class HttpStack implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Duration timeout;
    private final boolean direct;
    private final @Nullable SSLContext trust;
    private @Nullable Running running;
    private boolean closed;

    private record Running(ThreadGroup group, ExecutorService workers, HttpClient client) {}

    /**
     * @param timeout real time until the headers of an answer must have come
     * @param trust whom https is trusted by, or null for the JVM's own authorities
     * @param direct true to go past every proxy: loopback is never asked of a proxy
     */
    HttpStack(Duration timeout, boolean direct, @Nullable SSLContext trust) {
        this.trust = trust;
        this.timeout = timeout;
        this.direct = direct;
    }

    /** @throws InterruptedException when interrupted while it is being made */
    HttpClient client() throws InterruptedException {
        return running().client();
    }

    /** Runs a blocking read on a thread of the stack. */
    Future<String> read(Callable<String> reading) throws InterruptedException {
        return running().workers().submit(reading);
    }

    private synchronized Running running() throws InterruptedException {
        if (closed) {
            throw new IllegalStateException("the HTTP stack is closed");
        }
        if (running == null) {
            running = start();
        }
        return running;
    }

    private Running start() throws InterruptedException {
        ThreadGroup group = new ThreadGroup("dpsh-http");
        AtomicInteger number = new AtomicInteger();
        ThreadFactory threads = work -> {
            Thread thread = new Thread(group, work, "dpsh-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        ExecutorService workers = Executors.newCachedThreadPool(threads);
        Callable<HttpClient> build = () -> build(workers);
        try {
            return new Running(group, workers, workers.submit(build).get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the HTTP client cannot be made", e.getCause());
        }
    }

    private HttpClient build(ExecutorService workers) {
        java.net.http.HttpClient.Builder jdk = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER);
        if (trust != null) {
            jdk.sslContext(trust);
        }
        if (direct) {
            jdk.proxy(java.net.http.HttpClient.Builder.NO_PROXY);
        }
        JdkHttpClientBuilder builder = new JdkHttpClientBuilder(jdk)
                .executor(workers)
                .connectionTimeout(timeout.compareTo(CONNECT_TIMEOUT) < 0 ? timeout : CONNECT_TIMEOUT)
                .responseTimeout(timeout)
                .writeTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO);
        if (direct) {
            builder.configuration(Configuration.NONE);
        }
        return builder.build();
    }

    /** Threads of this stack that still live. */
    synchronized int threads() {
        return running == null ? 0 : running.group().activeCount();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (running != null) {
            running.workers().shutdownNow();
            running.group().interrupt();
        }
    }
}
