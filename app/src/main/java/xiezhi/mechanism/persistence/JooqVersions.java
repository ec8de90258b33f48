package xiezhi.mechanism.persistence;

import static xiezhischema.mechanism.Tables.SOURCE;
import static xiezhischema.mechanism.Tables.VERSION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.mechanism.MechanismBundle;
import xiezhi.mechanism.domain.MechanismVersion;
import xiezhi.mechanism.domain.Versions;
import xiezhi.shared.CountyCode;
import xiezhischema.mechanism.tables.records.VersionRecord;

@Repository
class JooqVersions implements Versions {
  private static final TypeReference<TreeMap<String, String>> FILES = new TypeReference<>() {};

  private final DSLContext db;
  private final JsonMapper json;

  JooqVersions(DSLContext db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  @Override
  public List<CountyCode> counties() {
    return db.selectDistinct(VERSION.COUNTY)
        .from(VERSION)
        .orderBy(VERSION.COUNTY)
        .fetch(row -> new CountyCode(row.value1()));
  }

  @Override
  public List<MechanismVersion> of(CountyCode county) {
    return db.selectFrom(VERSION)
        .where(VERSION.COUNTY.eq(county.value()))
        .orderBy(VERSION.NUMBER)
        .fetch(JooqVersions::version);
  }

  @Override
  public Optional<MechanismBundle> bundle(CountyCode county, String hash) {
    return db.selectFrom(VERSION)
        .where(VERSION.COUNTY.eq(county.value()))
        .and(VERSION.HASH.eq(hash))
        .orderBy(VERSION.NUMBER)
        .limit(1)
        .fetchOptional()
        .map(this::bundle);
  }

  private MechanismBundle bundle(VersionRecord version) {
    SortedMap<String, String> files = new TreeMap<>();
    Map.of(
            MechanismBundle.COUNTY, version.getCountySource(),
            MechanismBundle.NATIONAL, version.getNationalSource(),
            MechanismBundle.PLATFORM, version.getPlatformSource())
        .forEach(
            (folder, hash) -> files(hash).forEach((name, text) -> files.put(folder + name, text)));
    return new MechanismBundle(files);
  }

  private SortedMap<String, String> files(String hash) {
    String files =
        db.select(SOURCE.FILES).from(SOURCE).where(SOURCE.HASH.eq(hash)).fetchSingle().value1();
    return json.readValue(files, FILES);
  }

  @Override
  public void lock(CountyCode county) {
    db.select(
            DSL.field(
                "pg_advisory_xact_lock(hashtextextended({0}, 0))",
                Object.class, DSL.val("mechanism " + county)))
        .execute();
  }

  @Override
  public void add(MechanismVersion version, MechanismBundle bundle) {
    db.insertInto(VERSION)
        .set(VERSION.COUNTY, version.county().value())
        .set(VERSION.NUMBER, version.number())
        .set(VERSION.HASH, version.hash())
        .set(VERSION.EFFECTIVE_FROM, version.effectiveFrom())
        .set(VERSION.ORIGIN, version.packaged() ? "packaged" : "imported")
        .set(VERSION.COUNTY_SOURCE, source("county", bundle.tier(MechanismBundle.COUNTY)))
        .set(VERSION.NATIONAL_SOURCE, source("national", bundle.tier(MechanismBundle.NATIONAL)))
        .set(VERSION.PLATFORM_SOURCE, source("platform", bundle.tier(MechanismBundle.PLATFORM)))
        .set(VERSION.IMPORTED_AT, version.importedAt())
        .set(VERSION.IMPORTED_BY, version.importedBy())
        .set(VERSION.IMPORTER, version.importer())
        .execute();
  }

  private String source(String tier, SortedMap<String, String> files) {
    String hash = MechanismBundle.hash(files);
    db.insertInto(SOURCE)
        .set(SOURCE.HASH, hash)
        .set(SOURCE.TIER, tier)
        .set(SOURCE.FILES, json.writeValueAsString(files))
        .onConflictDoNothing()
        .execute();
    return hash;
  }

  private static MechanismVersion version(VersionRecord row) {
    return new MechanismVersion(
        new CountyCode(row.getCounty()),
        row.getNumber(),
        row.getHash(),
        row.getEffectiveFrom(),
        "packaged".equals(row.getOrigin()),
        row.getImportedAt(),
        row.getImportedBy(),
        row.getImporter());
  }
}
