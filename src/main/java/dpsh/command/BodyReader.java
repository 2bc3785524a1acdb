package dpsh.command;

import dpsh.bulk.InputText;
import java.io.InputStream;

/** Reads body files. */
final class BodyReader {
    /** More is no request body: ARM takes 4 MB at most. */
    private static final InputText TEXT =
            new InputText(4 * 1024 * 1024, "give the path of a JSON file, or - for standard input");

    private BodyReader() {}

    /**
     * The text.
     *
     * @throws dpsh.arm.DpshException.Usage when it cannot be read, is too large, or is not UTF-8
     */
    static String text(String file, InputStream standardInput) {
        return TEXT.read("the body file '" + file + "'", file, standardInput);
    }
}
