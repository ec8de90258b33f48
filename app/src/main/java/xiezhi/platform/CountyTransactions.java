package xiezhi.platform;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import xiezhi.shared.CurrentActor;

/**
 * The county wall: tells the database at the beginning of each transaction in which county the
 * current actor works. Row-level security shows and takes only rows of that county; without an
 * actor, none.
 */
final class CountyTransactions extends JdbcTransactionManager {
  private static final Object COUNTY = new Object();

  CountyTransactions(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    try {
      String county = county();
      announce(county);
      TransactionSynchronizationManager.bindResource(COUNTY, county);
    } catch (SQLException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("the county could not be set", e);
    }
  }

  /** Work for another county must not slip into a transaction that was begun for this one. */
  @Override
  protected boolean isExistingTransaction(Object transaction) {
    boolean existing = super.isExistingTransaction(transaction);
    if (existing && !county().equals(TransactionSynchronizationManager.getResource(COUNTY))) {
      throw new IllegalTransactionStateException(
          "the transaction was begun for county '%s', the actor works in '%s'"
              .formatted(TransactionSynchronizationManager.getResource(COUNTY), county()));
    }
    return existing;
  }

  @Override
  protected Object doSuspend(Object transaction) {
    Object county = TransactionSynchronizationManager.unbindResource(COUNTY);
    return new Suspended(super.doSuspend(transaction), county);
  }

  @Override
  protected void doResume(@org.jspecify.annotations.Nullable Object transaction, Object suspended) {
    if (suspended instanceof Suspended(Object resources, Object county)) {
      super.doResume(transaction, resources);
      TransactionSynchronizationManager.bindResource(COUNTY, county);
    }
  }

  @Override
  protected void doCleanupAfterCompletion(Object transaction) {
    TransactionSynchronizationManager.unbindResourceIfPossible(COUNTY);
    super.doCleanupAfterCompletion(transaction);
  }

  private record Suspended(Object resources, Object county) {}

  private static String county() {
    return CurrentActor.find().map(actor -> actor.county().value()).orElse("");
  }

  private void announce(String county) throws SQLException {
    ConnectionHolder holder =
        (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
    if (holder == null) {
      throw new IllegalStateException("no connection is bound to the transaction");
    }
    try (PreparedStatement set =
        holder.getConnection().prepareStatement("select set_config('xiezhi.county', ?, true)")) {
      set.setString(1, county);
      set.execute();
    } catch (SQLException e) {
      DataSourceUtils.releaseConnection(holder.getConnection(), null);
      throw e;
    }
  }
}
