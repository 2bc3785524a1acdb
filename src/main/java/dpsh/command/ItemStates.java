package dpsh.command;

import dpsh.store.ItemState;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far an item of a run can have come, for completion. */
final class ItemStates extends DescribedWords {
    @Override
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        for (ItemState state : ItemState.values()) {
            words.put(state.word(), about(state));
        }
        return words;
    }

    private static String about(ItemState state) {
        return switch (state) {
            case PLANNED -> "nothing was done yet";
            case GRANTED -> "the roles are there";
            case VALIDATED -> "the service would take it";
            case SUBMITTED -> "the request is on its way";
            case CONFIGURING -> "the service configures it";
            case PROTECTED -> "it is protected";
            case UNCHANGED -> "it was protected before";
            case BLOCKED -> "something stands in the way";
            case FAILED -> "the service refused it";
            case UNKNOWN -> "nobody knows how it ended";
        };
    }
}
