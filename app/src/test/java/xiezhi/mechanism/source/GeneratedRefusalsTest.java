package xiezhi.mechanism.source;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import xiezhi.mechanism.domain.MechanismRefusal;
import xiezhi.shared.web.Problem;
import xiezhi.testing.GeneratedFile;

/** {@code docs/generated/mechanism-refusals.md}. */
class GeneratedRefusalsTest {

  @Test
  void theCommittedListOfRefusalCodesIsCurrent() {
    StringBuilder page =
        new StringBuilder(
            """
            # Refusal codes of the mechanism module

            Generated. About mechanisms themselves:

            | code | status |
            |---|---|
            """);
    Arrays.stream(MechanismRefusal.values())
        .forEach(
            refusal ->
                page.append(
                    "| `%s` | %d |%n"
                        .formatted(refusal.code(), Problem.statusOf(refusal.kind()).value())));
    page.append(
        """

        From the gates: `mechanism.` and the key of the rule that is shut, status 422. `details` hold `act`, `rule`, and what
        was `needed`, `missing`, `found`, `allowed` or `forbidden`; `grounds` the clause or article.

        | code | 中文 | English |
        |---|---|---|
        """);
    VocabularyReader.packaged()
        .keys()
        .forEach(
            (name, key) -> {
              if (key.types().contains("gate")) {
                page.append(
                    "| `mechanism.%s` | %s | %s |%n"
                        .formatted(name, key.label().zh(), key.label().en()));
              }
            });

    GeneratedFile.isCurrent("mechanism-refusals.md", page.toString());
  }
}
