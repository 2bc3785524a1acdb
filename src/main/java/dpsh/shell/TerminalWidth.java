package dpsh.shell;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * The terminal's width without a terminal library: as the launcher measured it, and measured again after the terminal said
 * that its size has changed.
 */
final class TerminalWidth implements IntSupplier {
    private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d{0,4})\\s*");
    private static final long MEASURE_SECONDS = 2;

    private final IntSupplier measure;
    private int columns;
    private boolean listening;
    private volatile boolean changed;

    /** @param columns 0 when nobody knows */
    TerminalWidth(int columns) {
        this(columns, TerminalWidth::measured);
    }

    /** @param measure answers 0 when it cannot tell */
    TerminalWidth(int columns, IntSupplier measure) {
        this.columns = columns;
        this.measure = measure;
    }

    /** The terminal has another size now. */
    void changed() {
        changed = true;
    }

    /** The width now; the first call begins to listen. */
    @Override
    public int getAsInt() {
        if (!listening) {
            listening = true;
            Signals.register("WINCH", this::changed);
        }
        if (changed) {
            changed = false;
            int now = measure.getAsInt();
            columns = now > 0 ? now : columns;
        }
        return columns;
    }

    private static int measured() {
        @Nullable Process stty = null;
        try {
            stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(MEASURE_SECONDS, TimeUnit.SECONDS)) {
                return 0;
            }
            Matcher size = SIZE.matcher(new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return size.matches() ? Integer.parseInt(size.group(1)) : 0;
        } catch (IOException | UncheckedIOException e) {
            // No stty or no terminal of its own: the width that is known stays.
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            if (stty != null) {
                stty.destroy();
            }
        }
    }
}
