package xiezhi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import xiezhi.shared.AccountId;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.testing.PlatformTest;

@PlatformTest
class CountyWallTest {
  @Autowired PlatformTransactionManager transactions;
  @Autowired DSLContext sql;

  private static Actor in(String county) {
    return new Actor(
        new AccountId("a"), "A", new CountyCode(county), new BodyId(county + "-x"), Set.of());
  }

  private String countyOfTransaction() {
    return new TransactionTemplate(transactions)
        .execute(
            _ -> String.valueOf(sql.fetchValue("select current_setting('xiezhi.county', true)")));
  }

  @Test
  void theTransactionCarriesTheActorsCounty() {
    assertThat(CurrentActor.as(in("990001"), this::countyOfTransaction)).isEqualTo("990001");
    assertThat(CurrentActor.as(in("990002"), this::countyOfTransaction)).isEqualTo("990002");
  }

  @Test
  void withoutAnActorThereIsNoCounty() {
    CurrentActor.as(in("990001"), this::countyOfTransaction);

    assertThat(countyOfTransaction()).isEmpty();
  }

  @Test
  void workForAnotherCountyDoesNotSlipIntoATransaction() {
    CurrentActor.as(
        in("990001"),
        () ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(
                    _ ->
                        assertThatThrownBy(
                                () -> CurrentActor.as(in("990002"), this::countyOfTransaction))
                            .isInstanceOf(IllegalTransactionStateException.class)));
  }

  @Test
  void aTransactionOfItsOwnMayWorkForAnotherCountyAndTheFirstGoesOn() {
    var own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    CurrentActor.as(
        in("990001"),
        () ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(
                    _ -> {
                      String other =
                          own.execute(
                              _ -> CurrentActor.as(in("990002"), this::countyOfTransaction));
                      assertThat(other).isEqualTo("990002");
                      assertThat(countyOfTransaction()).isEqualTo("990001");
                    }));
  }
}
