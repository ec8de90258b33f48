package counterexample.persistence;

import org.jooq.Table;
import xiezhischema.identity.Tables;

class ReadsForeignTables {
  Table<?> accounts = Tables.ACCOUNT;
}
