package dpsh;

import dpsh.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Saves the world of a served sandbox when it ends, however it is told to: interrupted, or by a signal that ends the
 * process. The file is replaced as a whole, so that it is never half a world.
 */
final class KeptState implements AutoCloseable {
    private final Sandbox sandbox;
    private final @Nullable Path file;
    private final Thread atEnd = new Thread(this::save, "sandbox-save");
    private boolean saved;

    private KeptState(Sandbox sandbox, @Nullable Path file) {
        this.sandbox = sandbox;
        this.file = file;
    }

    /** @param file null when nothing is to be saved */
    static KeptState of(Sandbox sandbox, @Nullable Path file) {
        KeptState kept = new KeptState(sandbox, file);
        if (file != null) {
            Runtime.getRuntime().addShutdownHook(kept.atEnd);
        }
        return kept;
    }

    /** Waits until it is interrupted. */
    void await() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private synchronized void save() {
        if (file == null || saved) {
            return;
        }
        saved = true;
        Path whole = file.toAbsolutePath();
        Path half = whole.resolveSibling(whole.getFileName() + ".new");
        try {
            try (Writer out = Files.newBufferedWriter(half)) {
                sandbox.save().write(out);
            }
            Files.move(half, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the world cannot be saved in " + file, e);
        }
    }

    @Override
    public void close() {
        save();
        if (file != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(atEnd);
            } catch (IllegalStateException ending) {
                // The process ends already: then the hook runs by itself and finds that it is saved.
                return;
            }
        }
    }
}
