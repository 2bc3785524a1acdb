package dpsh.runbook;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Lets the imports of one expression hold for those behind it. */
final class PadImports extends CompilationCustomizer {
    private final Map<String, ImportNode> kept = new LinkedHashMap<>();
    private final Set<ModuleNode> seen = java.util.Collections.newSetFromMap(new java.util.WeakHashMap<>());

    PadImports() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        ModuleNode module = source.getAST();
        if (!seen.add(module)) {
            return;
        }
        Map<String, ImportNode> own = own(module);
        Set<String> aliases = new LinkedHashSet<>(own.keySet());
        kept.forEach((text, one) -> {
            if (!aliases.contains(text)) {
                add(module, one);
            }
        });
        kept.putAll(own);
    }

    /** By what they import as: a later one of the same name takes the place of an earlier one. */
    private static Map<String, ImportNode> own(ModuleNode module) {
        Map<String, ImportNode> own = new LinkedHashMap<>();
        module.getImports().forEach(one -> own.put(one.getAlias(), one));
        module.getStarImports().forEach(one -> own.put(one.getText(), one));
        module.getStaticImports().forEach((alias, one) -> own.put("static " + alias, one));
        module.getStaticStarImports().forEach((name, one) -> own.put(one.getText(), one));
        return own;
    }

    private static void add(ModuleNode module, ImportNode one) {
        if (one.isStatic() && one.isStar()) {
            module.addStaticStarImport(one.getType().getName(), one.getType());
        } else if (one.isStatic()) {
            module.addStaticImport(one.getType(), one.getFieldName(), one.getAlias());
        } else if (one.isStar()) {
            module.addStarImport(one.getPackageName());
        } else {
            module.addImport(one.getAlias(), one.getType());
        }
    }
}
