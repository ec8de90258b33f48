package xiezhi.identity.web;

/** A body at whose desk one sits. */
record DeskResponse(String id, String name) {}
