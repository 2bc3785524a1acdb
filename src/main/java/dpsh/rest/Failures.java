package dpsh.rest;

import dpsh.rest.Attempt.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * What an exception of azure-core or of the JDK's client means. azure-core turns an interrupt into a RuntimeException
 * around an InterruptedException with the flag cleared, I/O trouble into UncheckedIOException, and an illegal URL into
 * reactor's ReactiveException; so the chain of causes is searched.
 */
final class Failures {
    private Failures() {}

    /** @throws RuntimeException the exception itself when it is none of the line's: a mistake of ours */
    static Fault of(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Fault fault = known(cause);
            if (fault != null) {
                return fault;
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return of(io);
            }
        }
        if (failure instanceof RuntimeException mistake) {
            throw mistake;
        }
        throw new IllegalStateException(failure);
    }

    private static Fault of(IOException io) {
        String message = io.getMessage();
        return message != null && message.startsWith("Tunnel failed") ? Fault.NOT_ACCEPTED : Fault.BROKEN;
    }

    private static @Nullable Fault known(Throwable cause) {
        if (cause instanceof InterruptedException) {
            return Fault.INTERRUPTED;
        }
        if (cause instanceof HttpConnectTimeoutException
                || cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnresolvedAddressException) {
            return Fault.NOT_CONNECTED;
        }
        if (cause instanceof HttpTimeoutException) {
            return Fault.SILENT;
        }
        if (cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException) {
            return Fault.NOT_ACCEPTED;
        }
        return cause instanceof URISyntaxException ? Fault.NOT_SENDABLE : null;
    }

    /**
     * Why there was no connection. The JDK's client says so by the type of the exception; its message is empty, or the bare
     * host name.
     */
    static String words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return "its name is not known";
            }
            if (cause instanceof HttpConnectTimeoutException) {
                return "no connection in time";
            }
            if (cause instanceof NoRouteToHostException) {
                return "no route to it";
            }
        }
        return "connection refused";
    }

    /** Whether an interrupt is anywhere in the chain. */
    static boolean isInterrupt(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }
}
