package dpsh.command;

import dpsh.backup.DatasourceKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** disk and blob, for completion. */
final class DatasourceWords extends DescribedWords {
    @Override
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        for (DatasourceKind kind : DatasourceKind.values()) {
            words.put(kind.word(), kind == DatasourceKind.DISK ? "managed disks" : "the blobs of storage accounts");
        }
        return words;
    }
}
