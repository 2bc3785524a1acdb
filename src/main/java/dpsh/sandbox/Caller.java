package dpsh.sandbox;

/** Who calls: the object ID of the token, or of the operator when the token says nothing. */
record Caller(String objectId) {
    /** Any bearer token that is no JWT is the operator. */
    static final Caller OPERATOR = new Caller("0f7c1a52-3a5e-4d0b-9a63-6a1d8f0e4b11");
}
