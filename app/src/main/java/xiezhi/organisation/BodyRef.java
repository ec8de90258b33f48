package xiezhi.organisation;

/** A body where it is only named, as pages and lists show it; made by {@link Bodies#ref}. */
public record BodyRef(String id, String name) {}
