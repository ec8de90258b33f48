package xiezhi.powers.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiezhi.powers.domain.PowerFiles.ItemRow;
import xiezhi.shared.CountyCode;

/** Where the lists are kept. */
public interface PowerRegister {
  /** Writes items, their texts and tiers over what was there. */
  void replaceItems(Collection<ItemRow> items);

  Optional<ItemRow> item(String code);

  /** Names by code, of those codes that there are. */
  Map<String, String> names(Collection<String> codes);

  /** All items with the texts they stand on today, to look for words in. */
  List<Suggestions.Source> sources();

  /** The hash under which that list was last read. */
  Optional<String> readHash(String list);

  void markRead(String list, String hash, Instant at);

  boolean hasList(CountyCode county);

  void add(CountyCode county, List<Holding> holdings);

  /** The whole list of a county, in its order. */
  List<Holding> holdings(CountyCode county);

  /** In the order of the list. */
  List<Holding> holdings(CountyCode county, Collection<String> items);
}
