package xiezhi.shared.persistence;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableRecord;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;

/**
 * The rows of a table in which county and id are the key and a version guards against lost races:
 * each change writes the version that follows the one it was decided on.
 */
public final class Rows<R extends TableRecord<R>> {
  private final DSLContext db;
  private final Table<R> table;
  private final Field<String> county;
  private final Field<UUID> id;
  private final Field<Integer> version;

  public Rows(DSLContext db, Table<R> table) {
    this.db = db;
    this.table = table;
    this.county = column(table, "county", String.class);
    this.id = column(table, "id", UUID.class);
    this.version = column(table, "version", Integer.class);
  }

  private static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
    return Objects.requireNonNull(table.field(name, type), table + " has no " + name);
  }

  /**
   * @param fill sets every column but the county
   */
  public void insert(CountyCode in, Consumer<? super R> fill) {
    R row = db.newRecord(table);
    row.set(county, in.value());
    fill.accept(row);
    row.insert();
  }

  /**
   * Writes the columns that are filled, unless somebody else was first.
   *
   * @param next the version it has from now on
   * @return false if somebody else was first: nothing is written then
   */
  public boolean update(CountyCode in, UUID key, int next, Consumer<? super R> fill) {
    R row = db.newRecord(table);
    fill.accept(row);
    return db.update(table)
            .set(row)
            .where(county.eq(in.value()))
            .and(id.eq(key))
            .and(version.eq(next - 1))
            .execute()
        == 1;
  }

  public Optional<R> find(CountyCode in, UUID key) {
    return db.selectFrom(table).where(county.eq(in.value())).and(id.eq(key)).fetchOptional();
  }

  /**
   * The newest that fit, by id: one walk along the index of each side for each body, as far as the
   * page goes, where a single question would sort everything that the bodies ever had.
   *
   * @param desk on one of whose sides they are; empty for all
   * @param sides columns with the id of a body, each with an index that goes on with the id
   */
  public List<R> newest(
      Condition fits, Collection<BodyId> desk, List<? extends Field<String>> sides, int limit) {
    Condition which = fits;
    if (!desk.isEmpty()) {
      SortedSet<UUID> ids = new TreeSet<>(Comparator.reverseOrder());
      for (BodyId body : desk) {
        for (Field<String> side : sides) {
          ids.addAll(
              db.select(id)
                  .from(table)
                  .where(fits)
                  .and(side.eq(body.value()))
                  .orderBy(id.desc())
                  .limit(limit)
                  .fetch(id));
        }
      }
      which = fits.and(id.in(ids.stream().limit(limit).toList()));
    }
    return db.selectFrom(table).where(which).orderBy(id.desc()).limit(limit).fetch();
  }
}
