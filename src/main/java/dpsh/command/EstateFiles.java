package dpsh.command;

import java.io.PrintWriter;

/** Writes estates; the composition root knows how. */
public interface EstateFiles {
    /**
     * Makes an estate up and writes it.
     *
     * @throws dpsh.arm.DpshException.Usage when the size is none
     */
    void generate(EstateSize size, PrintWriter out);

    /**
     * Writes an estate of what was read.
     *
     * @param anonymous whether every name and GUID gets a stand-in
     */
    void write(EstateBodies bodies, boolean anonymous, PrintWriter out);
}
