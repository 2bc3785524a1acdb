package dpsh.sandbox;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** {@code GET /_sandbox/state}: the whole world as a file that a sandbox can be started with. */
final class StateControl {
    private StateControl() {}

    static Answer answer(Sandbox sandbox) {
        StringWriter text = new StringWriter();
        try {
            sandbox.save().write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Answer.text(200, text.toString()).with("Content-Type", "application/json; charset=utf-8");
    }
}
