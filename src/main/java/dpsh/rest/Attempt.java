package dpsh.rest;

import java.util.Map;

/** How one attempt on the wire ended. */
sealed interface Attempt {
    /** A whole answer. */
    record Answered(int status, Map<String, String> headers, String body) implements Attempt {
        /** As it may be kept and shown. */
        dpsh.arm.Answered kept() {
            return ArmResponse.kept(status, headers, body);
        }
    }

    /** No whole answer. */
    record Failed(Fault fault, Throwable cause) implements Attempt {}

    /** What went wrong with an attempt. */
    enum Fault {
        /** No connection came about: nothing was sent, and it may come about the next time. */
        NOT_CONNECTED("could not be reached", false),
        /** The connection was refused for good (TLS, a proxy's refusal): nothing was sent. */
        NOT_ACCEPTED("could not be connected to securely", false),
        /** The URL or a header cannot be sent. */
        NOT_SENDABLE("cannot be asked that", false),
        /** The connection broke before or within the answer. */
        BROKEN("broke the connection off before the answer was complete", true),
        /** No whole answer in the time given. */
        SILENT("did not answer in time", true),
        /** The answer is larger than any real one. */
        ENDLESS("answered with more than 64 MB", true),
        /** The operator interrupted before anything was handed to the line. */
        INTERRUPTED_BEFORE("was not asked", false),
        /** The operator interrupted while the request was on its way. */
        INTERRUPTED("was not heard out", true);

        private final String words;
        private final boolean mayHaveArrived;

        Fault(String words, boolean mayHaveArrived) {
            this.words = words;
            this.mayHaveArrived = mayHaveArrived;
        }

        /** The fault as what the endpoint did: "… did not answer in time". */
        String words() {
            return words;
        }

        boolean mayHaveArrived() {
            return mayHaveArrived;
        }

        boolean interrupted() {
            return this == INTERRUPTED || this == INTERRUPTED_BEFORE;
        }
    }
}
