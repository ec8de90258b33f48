package xiezhi.powers.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import xiezhi.organisation.Counties;
import xiezhi.organisation.County;
import xiezhi.powers.HoldingRow;
import xiezhi.powers.PowerLists;
import xiezhi.powers.domain.HolderWords;
import xiezhi.powers.domain.PowerFiles;
import xiezhi.powers.domain.PowerFiles.ItemRow;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.csv.DataFiles;
import xiezhi.shared.csv.Faults;

/** Reads the lists of the data files once, and publishes them. */
@Service
class PublishedLists implements PowerLists {
  private final DataFiles data;
  private final Counties counties;
  private final PublishList publisher;
  private final Clock clock;
  private final Supplier<Read> read;

  PublishedLists(DataFiles data, Counties counties, PublishList publisher, Clock clock) {
    this.data = data;
    this.counties = counties;
    this.publisher = publisher;
    this.clock = clock;
    this.read = org.springframework.util.function.SingletonSupplier.of(this::read)::obtain;
  }

  /** All files, understood and without a fault. */
  private record Read(
      Map<String, ItemRow> items,
      String hash,
      Map<String, List<HoldingRow>> holders,
      HolderWords words) {}

  private Read read() {
    Faults faults = new Faults();
    Map<String, String> national = data.texts(PowerFiles.NATIONAL, faults);
    Map<String, String> local = data.texts(List.of(PowerFiles.HOLDERS, HolderWords.FILE), faults);
    Map<String, ItemRow> items = new LinkedHashMap<>();
    PowerFiles.items(national, faults).forEach(i -> items.put(i.code(), i));
    Set<String> names = counties.known().stream().map(County::name).collect(Collectors.toSet());
    Map<String, List<HoldingRow>> holders = PowerFiles.holders(local, names, items, faults);
    HolderWords words = HolderWords.read(local.getOrDefault(HolderWords.FILE, ""), faults);
    faults.orThrow();
    return new Read(items, hash(national), holders, words);
  }

  @Override
  public Map<String, List<HoldingRow>> files() {
    return read.get().holders();
  }

  /** Items first: they are of no county. */
  void publishItems() {
    publisher.items(read.get().items().values(), read.get().hash(), clock.instant());
  }

  @Override
  public void publish(CountyCode county, List<HoldingRow> rows) {
    CurrentActor.as(Actor.platform(county), () -> publisher.list(county, rows, read.get().words()));
  }

  private static String hash(Map<String, String> texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : PowerFiles.NATIONAL) {
        digest.update(texts.getOrDefault(name, "").getBytes(UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
