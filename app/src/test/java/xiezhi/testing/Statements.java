package xiezhi.testing;

import java.util.ArrayList;
import java.util.List;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Listens to what the application itself asks of the database, with its values written in. */
@Component
public class Statements implements ExecuteListenerProvider {
  private static final ThreadLocal<@Nullable List<String>> HEARD = new ThreadLocal<>();

  /** What that work asks, in order. */
  public List<String> of(Runnable work) {
    List<String> statements = new ArrayList<>();
    HEARD.set(statements);
    try {
      work.run();
    } finally {
      HEARD.remove();
    }
    return statements;
  }

  @Override
  public ExecuteListener provide() {
    return ExecuteListener.onExecuteStart(this::hear);
  }

  private void hear(ExecuteContext context) {
    List<String> statements = HEARD.get();
    if (statements != null && context.query() != null) {
      statements.add(context.dsl().renderInlined(context.query()));
    }
  }
}
