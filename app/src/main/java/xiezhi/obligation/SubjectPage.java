package xiezhi.obligation;

/**
 * Where a kind of subject is looked at. A flow that has pages of its own says so with one bean;
 * everything else is looked at on its matter's page.
 *
 * @param kind what stands before the colon, as {@code transfer} in {@code transfer:0190…}
 * @param path what goes before the id, as {@code /transfers/}
 */
public record SubjectPage(String kind, String path) {}
