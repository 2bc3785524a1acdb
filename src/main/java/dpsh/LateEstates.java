package dpsh;

import dpsh.command.EstateBodies;
import dpsh.command.EstateFiles;
import dpsh.command.EstateSize;
import java.io.PrintWriter;

/** Estates that load nothing of the sandbox before one is asked for. */
final class LateEstates implements EstateFiles {
    @Override
    public void generate(EstateSize size, PrintWriter out) {
        new EstateService().generate(size, out);
    }

    @Override
    public void write(EstateBodies bodies, boolean anonymous, PrintWriter out) {
        new EstateService().write(bodies, anonymous, out);
    }
}
