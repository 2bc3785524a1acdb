package dpsh;

import dpsh.command.Expressions;
import dpsh.command.Workbench;
import dpsh.runbook.Scratchpad;
import dpsh.runbook.Stand;
import dpsh.session.Known;
import dpsh.session.Session;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Expressions that load nothing of Groovy before the first is evaluated or completed. */
final class LateExpressions implements Expressions {
    private final Supplier<Session> session;
    private @Nullable Scratchpad pad;

    LateExpressions(Supplier<Session> session) {
        this.session = session;
    }

    @Override
    public @Nullable Object evaluate(String text, Workbench bench) {
        return pad().evaluate(
                        text,
                        new Stand(
                                bench.session(),
                                bench.place(),
                                bench.narrowed(),
                                bench.screen().page(),
                                bench.results(),
                                bench.screen()::live,
                                bench.confirm()));
    }

    @Override
    public List<Known> members(String text) {
        return pad().members(text);
    }

    private synchronized Scratchpad pad() {
        Scratchpad made = pad;
        if (made == null) {
            made = new Scratchpad(session.get());
            pad = made;
        }
        return made;
    }
}
