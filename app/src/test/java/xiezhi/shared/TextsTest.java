package xiezhi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class TextsTest {
  private static Refusal refused(Runnable work) {
    return catchThrowableOfType(RefusedException.class, work::run).refusals().getFirst();
  }

  @Test
  void aTextOverTheLimitIsRefusedWithItsLengthInCharactersAsPeopleCountThem() {
    assertThat(Texts.optional("facts", " 𠮷𠮷𠮷 ", 3)).isEqualTo("𠮷𠮷𠮷");

    Refusal refusal = refused(() -> Texts.optional("facts", "𠮷𠮷𠮷𠮷", 3));

    assertThat(refusal.code()).isEqualTo("field.too-long");
    assertThat(refusal.details())
        .containsEntry("field", "facts")
        .containsEntry("found", 4)
        .containsEntry("limit", 3);
    assertThat(refusal.message()).contains("at most 3 characters; it has 4");
  }

  @Test
  void whatNoPageCanShowIsRefusedByItsNumber() {
    assertThat(Texts.optional("facts", "a\n\tb", 9)).isEqualTo("a\n\tb");
    assertThat(refused(() -> Texts.optional("facts", "a\u0001b", 9)))
        .satisfies(r -> assertThat(r.code()).isEqualTo("field.unprintable"))
        .satisfies(r -> assertThat(r.details()).containsEntry("found", "U+0001"));
    assertThat(refused(() -> Texts.required("facts", "a\ud842b", 9)).details())
        .containsEntry("found", "U+D842");
  }

  @Test
  void aTextThatMustBeThereIsMissingWithoutLetters() {
    assertThat(refused(() -> Texts.required("facts", " \n", 9)).code()).isEqualTo("field.missing");
    assertThat(Texts.optional("facts", null, 9)).isEmpty();
  }
}
