package xiezhi.document.rendering;

import xiezhi.document.domain.LetterText;

/** Makes a file of a letter. */
@FunctionalInterface
public interface LetterRenderer {
  byte[] render(LetterText letter);
}
