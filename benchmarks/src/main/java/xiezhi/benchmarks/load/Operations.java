package xiezhi.benchmarks.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** What is measured by repeating it: each operation by its name in the report. */
final class Operations {
  private static final String TELLING = "夜间有人在人行道上摆摊烧烤，油烟很大，垃圾堆放在路口";

  private Operations() {}

  static Map<String, Function<Town, Runnable>> reads() {
    Map<String, Function<Town, Runnable>> all = new LinkedHashMap<>();
    all.put("workbench: counts, to sign", t -> () -> t.signer().get("/api/workbench"));
    all.put("workbench: what we owe", t -> () -> t.worker().get("/api/obligations"));
    all.put(
        "obligations of the county",
        t -> () -> t.coordinator().get("/api/obligations?whose=county"));
    all.put("matters of a desk", t -> () -> t.worker().get("/api/matters"));
    all.put(
        "matters of a desk, one stage", t -> () -> t.worker().get("/api/matters?stage=registered"));
    all.put(
        "matters of the county, one division",
        t -> () -> t.coordinator().get("/api/matters?division=" + t.division()));
    all.put(
        "search a party's name, desk",
        t -> () -> t.worker().get("/api/matters?q=" + encoded(any(t.names()))));
    all.put(
        "search a party's name, county",
        t -> () -> t.coordinator().get("/api/matters?q=" + encoded(any(t.names()))));
    all.put(
        "search a common word, county",
        t -> () -> t.coordinator().get("/api/matters?q=" + encoded("占道")));
    all.put("in box", t -> () -> t.department().get("/api/transfers?box=in"));
    all.put("letters in", t -> () -> t.department().get("/api/letters?box=in"));
    all.put("letters in, open", t -> () -> t.department().get("/api/letters?box=in&state=open"));
    all.put("complaints of a desk", t -> () -> t.signer().get("/api/complaints"));
    all.put(
        "likely the same",
        t ->
            () ->
                t.signer()
                    .get(
                        "/api/complaints/similar?division="
                            + t.division()
                            + "&"
                            + any(t.points())
                            + "&q="
                            + encoded(TELLING)));
    all.put(
        "items it may be about",
        t ->
            () ->
                t.worker()
                    .get(
                        "/api/powers/suggestions?division="
                            + t.division()
                            + "&q="
                            + encoded(TELLING)));
    all.put("matter page", t -> () -> t.worker().get("/api/matters/" + any(t.theirMatters())));
    all.put(
        "public: reported near by",
        t ->
            () ->
                t.visitor()
                    .get("/api/public/counties/" + t.county() + "/nearby?" + any(t.points())));
    all.put(
        "public: follow a report by its code",
        t -> () -> t.visitor().get("/api/public/reports/" + any(t.codes())));
    return all;
  }

  static Map<String, Function<Town, Runnable>> writes() {
    Map<String, Function<Town, Runnable>> all = new LinkedHashMap<>();
    all.put("register a lead", t -> () -> t.worker().post("/api/matters", lead(t)));
    all.put(
        "public: report",
        t ->
            () ->
                t.visitor()
                    .post("/api/public/counties/" + t.county() + "/reports", report(t.division())));
    return all;
  }

  static String report(String division) {
    return Desk.JSON.writeValueAsString(
        Map.of(
            "service", "city-appearance",
            "description", "有人在人行道上摆摊设点，占用约三平方米。",
            "division", division,
            "address", "人民路1号",
            "anonymous", false,
            "name", "李四",
            "phone", "13800000000"));
  }

  static String lead(Town t) {
    return Desk.JSON.writeValueAsString(
        Map.of(
            "subject", "占道经营",
            "source", "own-discovery",
            "division", t.division(),
            "address", "人民路1号",
            "facts", "在人行道上摆摊设点,占用约三平方米,经劝导后仍未离开。",
            "parties", List.of(Map.of("kind", "person", "name", "张三"))));
  }

  private static <T> T any(List<T> of) {
    return of.get(ThreadLocalRandom.current().nextInt(of.size()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
