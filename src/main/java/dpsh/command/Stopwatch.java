package dpsh.command;

import dpsh.client.Service;
import dpsh.session.Preference;
import dpsh.session.Session;
import dpsh.view.Noun;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What lines cost, where the operator wants to know it. */
final class Stopwatch {
    private static final Noun REQUEST = Noun.of("request");

    private final Supplier<Session> session;
    private long requestsBefore;

    Stopwatch(Supplier<Session> session) {
        this.session = session;
    }

    /** "took 1.24 s, 3 requests", with the requests since this was asked last; null when timing is off. */
    @Nullable
    String took(Duration length) {
        Service service = session.get().connected();
        long requests = service == null ? 0 : service.requests().getAsLong();
        int since = (int) (requests - requestsBefore);
        requestsBefore = requests;
        if (!session.get().preferences().isOn(Preference.TIMING)) {
            return null;
        }
        return "took " + words(length) + ", " + REQUEST.count(since);
    }

    private static String words(Duration length) {
        double seconds = length.toNanos() / 1e9;
        if (seconds < 0.1) {
            return length.toMillis() + " ms";
        }
        return seconds < 60
                ? String.format(Locale.ROOT, "%.2f s", seconds)
                : length.toMinutes() + " min " + length.toSecondsPart() + " s";
    }
}
