package dpsh.command;

import dpsh.arm.DpshException;

/** The transport refuses changes in a read-only session too; said before, nothing has been begun. */
record ReadOnlyRefusal(Desk desk) {
    /**
     * @param what such as "protecting"
     * @throws DpshException.NotAllowed in a read-only session that does not only show requests
     */
    void check(String what) {
        if (desk.settings().readOnly() && !desk.settings().showRequest()) {
            throw new DpshException.NotAllowed(
                    what + " changes things, and this session is read-only",
                    null,
                    "--show-request shows what would be sent",
                    null);
        }
    }
}
