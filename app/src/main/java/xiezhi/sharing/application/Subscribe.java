package xiezhi.sharing.application;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.flow.Desk;
import xiezhi.shared.Texts;
import xiezhi.sharing.domain.InformationRegister;
import xiezhi.sharing.domain.InformationRegister.Subscription;

/** 订阅: a body asks to be given every item of a category, of all fields or of one. */
@Service
@Transactional
public class Subscribe {
  private final Desk desk;
  private final SharingDesk own;
  private final InformationRegister register;

  Subscribe(Desk desk, SharingDesk own, InformationRegister register) {
    this.desk = desk;
    this.own = own;
    this.register = register;
  }

  public void to(String category, String field) {
    Instant now = desk.now();
    own.category(now, category);
    desk.mayActFor(own.ours()).orThrow();
    register.subscribe(
        desk.county(),
        new Subscription(own.ours(), category, Texts.optional("field", field, 60)),
        now,
        desk.step(now, "").account());
  }

  public void endOf(String category, String field) {
    desk.mayActFor(own.ours()).orThrow();
    register.unsubscribe(desk.county(), new Subscription(own.ours(), category, field));
  }

  @Transactional(readOnly = true)
  public List<Subscription> ours() {
    return register.subscriptions(desk.county(), own.seats());
  }
}
