package dpsh.runbook;

import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.Set;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.jspecify.annotations.Nullable;

/** The Groovy of dpsh, in runbooks and at the prompt: the one place that says how it is compiled. */
final class Dialect {
    private Dialect() {}

    /** A configuration of its own, with these further customizers behind those of every script. */
    static CompilerConfiguration configuration(CompilationCustomizer... further) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setSourceEncoding(StandardCharsets.UTF_8.name());
        configuration.setScriptBaseClass(RunbookScript.class.getName());
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        configuration.addCompilationCustomizers(
                new Precautions(), new AlikeComparisons(), new Speech(), new Checkpoints());
        configuration.addCompilationCustomizers(further);
        return configuration;
    }

    /** The compiler at work for this loader's classes. */
    static CompilationUnit unit(
            CompilerConfiguration configuration, @Nullable CodeSource source, RunbookLoader loader) {
        return new CompilationUnit(configuration, source, loader, new TransformLoader(loader.getParent()));
    }
}
