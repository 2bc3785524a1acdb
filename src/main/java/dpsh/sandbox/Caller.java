package dpsh.sandbox;

/**
 * Who calls.
 *
 * @param objectId of the token, or of the operator when the token says nothing
 * @param name what ARM calls them in a refusal: the client ID, or the object ID when the token names none
 */
record Caller(String objectId, String name) {
    /** Any bearer token that is no JWT is the operator. */
    static final Caller OPERATOR = new Caller("0f7c1a52-3a5e-4d0b-9a63-6a1d8f0e4b11");

    Caller(String objectId) {
        this(objectId, objectId);
    }
}
