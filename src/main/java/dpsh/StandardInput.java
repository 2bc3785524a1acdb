package dpsh;

import dpsh.arm.DpshException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What commands read where a line says {@code -}: the process's standard input, unless the session's own lines come from it.
 * A read would then take them away, or wait for ever.
 */
final class StandardInput extends FilterInputStream {
    private volatile @Nullable String taken;

    StandardInput(InputStream input) {
        super(input);
    }

    /** From now on whoever reads is refused. @param why as a clause */
    void takenBecause(String why) {
        taken = why;
    }

    private void check() {
        if (taken != null) {
            throw new DpshException.Usage(
                    "- cannot be read here", taken, "name a file, or give the line an input: `COMMAND - < FILE`");
        }
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        check();
        return super.read(into, from, length);
    }
}
