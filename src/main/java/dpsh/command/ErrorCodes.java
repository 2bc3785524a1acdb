package dpsh.command;

import dpsh.backup.ErrorCatalog;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every known code, for completion. */
final class ErrorCodes extends DescribedWords {
    @Override
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("last", "the error that was told last");
        ErrorCatalog.load().all().forEach(entry -> words.put(entry.code(), entry.meaning()));
        return words;
    }
}
