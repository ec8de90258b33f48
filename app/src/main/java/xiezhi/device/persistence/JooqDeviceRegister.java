package xiezhi.device.persistence;

import static xiezhischema.device.Tables.DEVICE_;
import static xiezhischema.device.Tables.EVENT;
import static xiezhischema.device.Tables.LEAD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xiezhi.device.domain.Device;
import xiezhi.device.domain.DeviceEvent;
import xiezhi.device.domain.DeviceLead;
import xiezhi.device.domain.DeviceLead.Stage;
import xiezhi.device.domain.DeviceRegister;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.MatterId;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhischema.device.tables.records.DeviceRecord;
import xiezhischema.device.tables.records.EventRecord;
import xiezhischema.device.tables.records.LeadRecord;

@Repository
class JooqDeviceRegister implements DeviceRegister {
  private final DSLContext db;

  JooqDeviceRegister(DSLContext db) {
    this.db = db;
  }

  @Override
  public void add(CountyCode county, Device d) {
    DeviceRecord row = db.newRecord(DEVICE_);
    row.setCounty(county.value());
    row.setId(d.id());
    fill(row, d);
    row.insert();
  }

  private static void fill(DeviceRecord row, Device d) {
    row.setKind(d.kind().key());
    row.setName(d.name());
    row.setMaker(d.maker());
    row.setSerial(d.serial());
    row.setHolder(d.holder().value());
    row.setDivision(d.place().division());
    row.setPlace(d.place().words());
    row.setLng(d.place().lng());
    row.setLat(d.place().lat());
    row.setCertificate(d.calibration().certificate());
    row.setCalibratedOn(d.calibration().on());
    row.setValidUntil(d.calibration().validUntil());
    row.setReview(d.review().words());
    row.setReviewedOn(d.review().on());
    row.setPublishedOn(d.review().publishedOn());
    row.setKeyHash(d.keyHash());
    row.setRegisteredAt(d.registeredAt());
    row.setRegisteredBy(d.registeredBy());
    row.setRetiredAt(d.retiredAt());
    row.setRetiredBecause(d.retiredBecause());
    row.setVersion(d.version());
  }

  @Override
  public Optional<Device> find(CountyCode county, UUID id) {
    return db.selectFrom(DEVICE_)
        .where(DEVICE_.COUNTY.eq(county.value()))
        .and(DEVICE_.ID.eq(id))
        .fetchOptional(JooqDeviceRegister::device);
  }

  @Override
  public List<Device> all(CountyCode county) {
    return db.selectFrom(DEVICE_)
        .where(DEVICE_.COUNTY.eq(county.value()))
        .orderBy(DEVICE_.NAME.collate("zh-Hans-x-icu"), DEVICE_.ID)
        .fetch(JooqDeviceRegister::device);
  }

  @Override
  public void update(CountyCode county, Device after) {
    DeviceRecord row = new DeviceRecord();
    fill(row, after);
    int changed =
        db.update(DEVICE_)
            .set(row)
            .where(DEVICE_.COUNTY.eq(county.value()))
            .and(DEVICE_.ID.eq(after.id()))
            .and(DEVICE_.VERSION.eq(after.version() - 1))
            .execute();
    mustBeOne(changed);
  }

  private static void mustBeOne(int changed) {
    if (changed != 1) {
      throw new RefusedException(
          Refusal.of(
              Refusal.Kind.CONFLICT,
              "device.changed-meanwhile",
              "Somebody else changed this meanwhile; look again."));
    }
  }

  private static Device device(DeviceRecord r) {
    return new Device(
        r.getId(),
        Device.Kind.valueOf(r.getKind().toUpperCase(Locale.ROOT)),
        r.getName(),
        r.getMaker(),
        r.getSerial(),
        new BodyId(r.getHolder()),
        new Device.Place(r.getDivision(), r.getPlace(), r.getLng(), r.getLat()),
        new Device.Calibration(r.getCertificate(), r.getCalibratedOn(), r.getValidUntil()),
        new Device.Review(r.getReview(), r.getReviewedOn(), r.getPublishedOn()),
        r.getKeyHash(),
        r.getRegisteredAt(),
        r.getRegisteredBy(),
        r.getRetiredAt(),
        r.getRetiredBecause(),
        r.getVersion());
  }

  @Override
  public void lockScenes(CountyCode county, String kind) {
    db.select(
            DSL.field(
                "pg_advisory_xact_lock(hashtextextended({0}, 0))",
                Object.class, DSL.val("device scene " + county + " " + kind)))
        .execute();
  }

  @Override
  public List<DeviceLead> scenes(CountyCode county, String kind, Instant from, Instant to) {
    return db.selectFrom(LEAD)
        .where(LEAD.COUNTY.eq(county.value()))
        .and(LEAD.KIND.eq(kind))
        .and(LEAD.LAST_AT.ge(from))
        .and(LEAD.FIRST_AT.le(to))
        .orderBy(LEAD.LAST_AT.desc())
        .limit(500)
        .fetch(JooqDeviceRegister::lead);
  }

  @Override
  public void add(CountyCode county, DeviceLead l) {
    LeadRecord row = db.newRecord(LEAD);
    row.setCounty(county.value());
    row.setMatter(l.matter().value());
    fill(row, l);
    row.insert();
  }

  @Override
  public void update(CountyCode county, DeviceLead after) {
    LeadRecord row = new LeadRecord();
    fill(row, after);
    mustBeOne(
        db.update(LEAD)
            .set(row)
            .where(LEAD.COUNTY.eq(county.value()))
            .and(LEAD.MATTER.eq(after.matter().value()))
            .and(LEAD.VERSION.eq(after.version() - 1))
            .execute());
  }

  private static void fill(LeadRecord row, DeviceLead l) {
    DeviceLead.Decision decision = l.decision();
    row.setKind(l.kind());
    row.setHolder(l.holder().value());
    row.setStage(l.stage().key());
    row.setLng(l.lng());
    row.setLat(l.lat());
    row.setFirstAt(l.firstAt());
    row.setLastAt(l.lastAt());
    row.setByName(decision == null ? "" : decision.by());
    row.setAt(decision == null ? null : decision.at());
    row.setWords(decision == null ? "" : decision.words());
    row.setVersion(l.version());
  }

  @Override
  public Optional<DeviceLead> lead(CountyCode county, MatterId matter) {
    return db.selectFrom(LEAD)
        .where(LEAD.COUNTY.eq(county.value()))
        .and(LEAD.MATTER.eq(matter.value()))
        .fetchOptional(JooqDeviceRegister::lead);
  }

  @Override
  public List<DeviceLead> leads(
      CountyCode county,
      Collection<BodyId> holders,
      @Nullable String stage,
      @Nullable Instant before,
      @Nullable UUID beforeId,
      int limit) {
    List<Condition> which = new ArrayList<>();
    which.add(LEAD.COUNTY.eq(county.value()));
    which.add(LEAD.HOLDER.in(holders.stream().map(BodyId::value).toList()));
    if (stage != null) {
      which.add(LEAD.STAGE.eq(stage));
    }
    if (before != null && beforeId != null) {
      which.add(DSL.row(LEAD.FIRST_AT, LEAD.MATTER).lt(DSL.row(before, beforeId)));
    }
    return db.selectFrom(LEAD)
        .where(which)
        .orderBy(LEAD.FIRST_AT.desc(), LEAD.MATTER.desc())
        .limit(limit)
        .fetch(JooqDeviceRegister::lead);
  }

  private static DeviceLead lead(LeadRecord r) {
    Instant at = r.getAt() == null ? r.getFirstAt() : r.getAt();
    Stage stage =
        switch (r.getStage()) {
          case "confirmed" -> new Stage.Confirmed(at, r.getByName(), r.getWords());
          case "dismissed" -> new Stage.Dismissed(at, r.getByName(), r.getWords());
          default -> new Stage.Unconfirmed();
        };
    return new DeviceLead(
        new MatterId(r.getMatter()),
        r.getKind(),
        new BodyId(r.getHolder()),
        stage,
        r.getLng(),
        r.getLat(),
        r.getFirstAt(),
        r.getLastAt(),
        r.getVersion());
  }

  @Override
  public void add(CountyCode county, DeviceEvent e) {
    EventRecord row = db.newRecord(EVENT);
    row.setCounty(county.value());
    row.setId(e.id());
    row.setMatter(e.matter().value());
    row.setDevice(e.device());
    row.setKind(e.kind());
    row.setAt(e.at());
    row.setReceivedAt(e.receivedAt());
    row.setLng(e.lng());
    row.setLat(e.lat());
    row.setConfidence(e.confidence());
    row.setPicture(e.picture());
    row.setCertificate(e.calibration().certificate());
    row.setCalibratedOn(e.calibration().on());
    row.setValidUntil(e.calibration().validUntil());
    row.setFlags(e.flags().toArray(String[]::new));
    row.insert();
  }

  @Override
  public List<DeviceEvent> events(CountyCode county, MatterId matter) {
    return db.selectFrom(EVENT)
        .where(EVENT.COUNTY.eq(county.value()))
        .and(EVENT.MATTER.eq(matter.value()))
        .orderBy(EVENT.AT, EVENT.ID)
        .fetch(
            r ->
                new DeviceEvent(
                    r.getId(),
                    new MatterId(r.getMatter()),
                    r.getDevice(),
                    r.getKind(),
                    r.getAt(),
                    r.getReceivedAt(),
                    r.getLng(),
                    r.getLat(),
                    r.getConfidence(),
                    r.getPicture(),
                    new Device.Calibration(
                        r.getCertificate(), r.getCalibratedOn(), r.getValidUntil()),
                    List.of(r.getFlags())));
  }
}
