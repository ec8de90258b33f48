package xiezhi.demonstration;

import xiezhi.shared.CountyCode;

/** Plays the acts of one kind of story, as the people whose acts they are. */
interface Teller {
  /** Whether stories that begin so are this teller's. */
  boolean tells(Story story);

  /** Plays the act; a person who is not there, or a story that never began, is passed over. */
  boolean act(CountyCode county, Story story, int number, String act);

  /** The stories of the next county begin anew. */
  void forget();
}
