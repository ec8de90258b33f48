package xiezhi.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One matter on its way from a township to a department, step by step. */
final class TransferRun {
  private static final List<String> MATERIALS =
      List.of("statement-of-facts", "source-material", "preliminary-evidence");

  /** What somebody does, and its name in the report. */
  enum Step {
    REGISTER("transfer: register the lead"),
    JUDGE("transfer: judge it not ours"),
    UPLOAD("transfer: upload three materials"),
    PREPARE("transfer: prepare"),
    SUBMIT("transfer: submit to the signer"),
    SEND("transfer: sign and send"),
    RECEIVE("transfer: receive"),
    ACCEPT("transfer: accept");

    final String words;

    Step(String words) {
      this.words = words;
    }
  }

  private final Town town;
  private String matter = "";
  private String transfer = "";
  private int version;
  private List<UUID> files = List.of();

  TransferRun(Town town) {
    this.town = town;
  }

  void step(Step step) {
    switch (step) {
      case REGISTER ->
          matter = town.worker().act("/api/matters", Operations.lead(town)).get("id").asString();
      case JUDGE -> judge();
      case UPLOAD -> files = MATERIALS.stream().map(town.worker()::upload).toList();
      case PREPARE -> prepare();
      case SUBMIT -> act(town.worker(), "submission");
      case SEND -> act(town.signer(), "dispatch");
      case RECEIVE -> act(town.department(), "receipt");
      case ACCEPT -> act(town.department(), "acceptance");
    }
  }

  private void judge() {
    town.worker()
        .post(
            "/api/matters/" + matter + "/judgement",
            Desk.JSON.writeValueAsString(
                Map.of(
                    "version",
                    0,
                    "ours",
                    false,
                    "reason",
                    "不属于本单位职权",
                    "competent",
                    town.department().body)));
  }

  private void prepare() {
    List<Map<String, String>> materials = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      materials.add(Map.of("kind", MATERIALS.get(i), "attachment", files.get(i).toString()));
    }
    JsonNode made =
        town.worker()
            .act(
                "/api/matters/" + matter + "/transfers",
                Desk.JSON.writeValueAsString(
                    Map.of(
                        "kind",
                        "case",
                        "receiver",
                        town.department().body,
                        "reason",
                        "不属于本单位职权",
                        "materials",
                        materials)));
    transfer = made.get("id").asString();
    version = made.get("version").asInt();
  }

  private void act(Desk by, String verb) {
    version =
        by.act("/api/transfers/" + transfer + "/" + verb, "{\"version\":" + version + "}")
            .get("version")
            .asInt();
  }
}
