package xiezhi.powers.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xiezhi.organisation.Bodies;
import xiezhi.organisation.Division;
import xiezhi.organisation.Divisions;
import xiezhi.powers.HoldingRow;
import xiezhi.powers.domain.HolderWords;
import xiezhi.powers.domain.Holding;
import xiezhi.powers.domain.Holding.Scope;
import xiezhi.powers.domain.PowerFiles;
import xiezhi.powers.domain.PowerFiles.ItemRow;
import xiezhi.powers.domain.PowerRegister;
import xiezhi.shared.CountyCode;
import xiezhi.shared.csv.Faults;

/** Publishes a list: every row of it or, if one is wrong, none. */
@Service
class PublishList {
  private static final String ITEMS = "items";

  private final PowerRegister register;
  private final Bodies bodies;
  private final Divisions divisions;

  PublishList(PowerRegister register, Bodies bodies, Divisions divisions) {
    this.register = register;
    this.bodies = bodies;
    this.divisions = divisions;
  }

  /** Writes the items unless these very files were read before. */
  @Transactional
  public void items(Collection<ItemRow> items, String hash, Instant now) {
    if (register.readHash(ITEMS).filter(hash::equals).isPresent()) {
      return;
    }
    register.replaceItems(items);
    register.markRead(ITEMS, hash, now);
  }

  @Transactional
  public void list(CountyCode county, List<HoldingRow> rows, HolderWords words) {
    if (rows.isEmpty() || register.hasList(county)) {
      return;
    }
    Faults faults = new Faults();
    Map<String, String> known =
        register.names(rows.stream().map(HoldingRow::item).collect(Collectors.toSet()));
    List<Division> places = divisions.of(county);
    List<Holding> holdings = new ArrayList<>();
    for (HoldingRow row : rows) {
      if (!known.containsKey(row.item())) {
        faults.add(
            "data.unknown-item",
            PowerFiles.HOLDERS,
            row.line(),
            "power_code",
            row.item(),
            "an item of the national list is needed");
      }
      Optional<Scope> scope =
          words.understand(row.holder(), name -> bodies.named(county, name), places);
      if (scope.isPresent()) {
        holdings.add(new Holding(holdings.size() + 1, row, scope.get()));
      } else {
        faults.add(
            "data.unknown-holder",
            PowerFiles.HOLDERS,
            row.line(),
            "holder",
            row.holder(),
            "a body of the county, or a word of holder-words.csv, is needed");
      }
    }
    faults.orThrow();
    register.add(county, holdings);
  }
}
