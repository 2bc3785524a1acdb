package dpsh.command;

import dpsh.session.Known;
import java.util.List;

/** For tests that evaluate nothing. */
public final class NoExpressions implements Expressions {
    @Override
    public Object evaluate(String text, Workbench bench) {
        throw new IllegalStateException("nothing is evaluated here");
    }

    @Override
    public List<Known> members(String text) {
        return List.of();
    }
}
