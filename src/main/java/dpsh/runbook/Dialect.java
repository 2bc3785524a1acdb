package dpsh.runbook;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** The Groovy of dpsh, in runbooks and at the prompt: the one place that says how it is compiled. */
final class Dialect {
    private Dialect() {}

    /** A configuration of its own, with these further customizers behind those of every script. */
    static CompilerConfiguration configuration(CompilationCustomizer... further) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setSourceEncoding(StandardCharsets.UTF_8.name());
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        configuration.addCompilationCustomizers(new AlikeComparisons());
        configuration.addCompilationCustomizers(further);
        return configuration;
    }
}
