package dpsh.rest;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import dpsh.rest.Attempt.Fault;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Carries one request over the wire once and says how that ended; never throws for what the line or the service does. */
final class Carrier {
    /** No real answer is larger; more would only fill the heap. */
    private static final int LARGEST_BODY = 64 * 1024 * 1024;

    private static final HttpHeaderName CLIENT_REQUEST_ID = HttpHeaderName.fromString("x-ms-client-request-id");

    private final HttpStack stack;
    private final OriginGuard guard;
    private final String userAgent;
    private final Duration timeout;
    private final AtomicLong sent = new AtomicLong();
    private volatile @Nullable HttpPipeline pipeline;

    Carrier(HttpStack stack, OriginGuard guard, ExchangeOptions options) {
        this.stack = stack;
        this.guard = guard;
        this.userAgent = options.userAgent();
        this.timeout = options.requestTimeout();
    }

    /** How many attempts there were so far. */
    long sent() {
        return sent.get();
    }

    /**
     * One attempt.
     *
     * @param url absolute, sent byte for byte
     */
    Attempt send(Verb verb, String url, @Nullable String body, String clientRequestId, Token token) {
        sent.incrementAndGet();
        long started = System.nanoTime();
        HttpRequest request;
        HttpPipeline line;
        try {
            request = new HttpRequest(HttpMethod.valueOf(verb.name()), exactly(url))
                    .setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + token.value())
                    .setHeader(CLIENT_REQUEST_ID, clientRequestId);
            if (body != null) {
                request.setBody(BinaryData.fromString(body)).setHeader(HttpHeaderName.CONTENT_TYPE, "application/json");
            }
            line = pipeline();
        } catch (MalformedURLException e) {
            return new Attempt.Failed(Fault.NOT_SENDABLE, e);
        } catch (InterruptedException e) {
            return new Attempt.Failed(Fault.INTERRUPTED_BEFORE, e);
        }
        if (Thread.interrupted()) {
            return new Attempt.Failed(Fault.INTERRUPTED_BEFORE, new InterruptedException());
        }
        HttpResponse response;
        try {
            response = line.sendSync(request, Context.NONE);
        } catch (RuntimeException e) {
            return new Attempt.Failed(Failures.of(e), e);
        }
        Duration left = timeout.minusNanos(System.nanoTime() - started);
        try (response) {
            return read(response, left);
        } catch (UncheckedIOException e) {
            return new Attempt.Failed(Failures.of(e), e);
        }
    }

    /** {@link URL} tidies paths up ({@code /./}); what it changes cannot be sent as it stands. */
    private static URL exactly(String url) throws MalformedURLException {
        try {
            URL parsed = new URI(url).toURL();
            if (!parsed.toURI().toString().equals(url)) {
                throw new MalformedURLException("the URL would be changed on its way");
            }
            return parsed;
        } catch (URISyntaxException | IllegalArgumentException e) {
            MalformedURLException malformed = new MalformedURLException("the URL cannot be read");
            malformed.initCause(e);
            throw malformed;
        }
    }

    /**
     * Reads the body on a thread of the stack: the JDK's stream on 17 swallows interrupts, so this thread must not be the
     * one that blocks in it. Closing the response ends that read. (Not through BinaryData, whose first use loads a whole
     * object mapper.)
     */
    private Attempt read(HttpResponse response, Duration left) {
        try {
            Future<String> reading = stack.read(() -> text(response));
            String body = reading.get(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
            return new Attempt.Answered(response.getStatusCode(), headers(response.getHeaders()), body);
        } catch (InterruptedException e) {
            return new Attempt.Failed(Fault.INTERRUPTED, e);
        } catch (TimeoutException e) {
            return new Attempt.Failed(Fault.SILENT, e);
        } catch (ExecutionException e) {
            return new Attempt.Failed(e.getCause() instanceof TooLarge ? Fault.ENDLESS : Failures.of(e), e);
        }
    }

    private static String text(HttpResponse response) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        response.writeBodyTo(Channels.newChannel(new FilterOutputStream(bytes) {
            @Override
            public void write(byte[] chunk, int from, int count) throws IOException {
                bytes.write(chunk, from, count);
                if (bytes.size() > LARGEST_BODY) {
                    throw new TooLarge();
                }
            }
        }));
        String text = bytes.toString(StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The body has no end worth waiting for. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static Map<String, String> headers(HttpHeaders headers) {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.stream().forEach(header -> byName.put(header.getName(), header.getValue()));
        return byName;
    }

    private HttpPipeline pipeline() throws InterruptedException {
        HttpPipeline made = pipeline;
        if (made == null) {
            made = new HttpPipelineBuilder()
                    .httpClient(stack.client())
                    .policies(new OwnHeaders(userAgent), new LastGate(guard))
                    .build();
            pipeline = made;
        }
        return made;
    }
}
