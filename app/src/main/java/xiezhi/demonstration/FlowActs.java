package xiezhi.demonstration;

import java.util.Set;

/** The acts of one flow that a story may name; each flow that has some adds a component. */
interface FlowActs {
  Set<String> known();

  void play(Playing playing, String act);
}
