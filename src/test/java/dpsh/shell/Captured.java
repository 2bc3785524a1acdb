package dpsh.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Standard streams in memory. */
final class Captured {
    /** Says the failure's message and answers 2 for wrong usage, 1 otherwise. */
    static final Teller TELLER = (failure, screen) -> {
        screen.err().println("problem: " + failure.getMessage());
        return failure instanceof dpsh.arm.DpshException.Usage ? 2 : 1;
    };

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final InputStream in;

    Captured(String input) {
        in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    }

    Captured() {
        this("");
    }

    Batch.Streams streams() {
        return new Batch.Streams(in, out, err);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
