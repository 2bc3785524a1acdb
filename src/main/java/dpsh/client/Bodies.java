package dpsh.client;

import dpsh.backup.InstanceDraft;
import dpsh.backup.ReadDraft;
import dpsh.wire.BodyFile;
import dpsh.wire.InstanceBody;
import java.util.List;

/** Request bodies as text: what a draft sends, and what a body file holds. */
public final class Bodies {
    private Bodies() {}

    /** The body that validates the draft: {@code {"backupInstance":{...}}}. */
    public static String toValidate(InstanceDraft draft) {
        return InstanceBody.toValidate(draft);
    }

    /** The body that creates what the draft says: {@code {"name":...,"properties":{...}}}; {@link #read} reads it back. */
    public static String toCreate(InstanceDraft draft) {
        return InstanceBody.toCreate(draft);
    }

    /** The containers that the draft's vaulted backup is to hold; empty for all other drafts. */
    public static List<String> containers(InstanceDraft draft) {
        return InstanceBody.containers(draft);
    }

    /**
     * Reads a body file.
     *
     * @param source its name, for errors
     * @throws dpsh.arm.DpshException.Usage telling what is wrong in it
     */
    public static ReadDraft read(String source, String text) {
        return BodyFile.read(source, text);
    }
}
