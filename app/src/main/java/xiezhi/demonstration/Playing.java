package xiezhi.demonstration;

import xiezhi.matter.Matter;
import xiezhi.shared.Actor;
import xiezhi.shared.CountyCode;

/**
 * Where a story stands when an act is played, and who is there to play it.
 *
 * @param finder works where the matter is
 * @param signer signs for the finder's side
 * @param receiver works on the other side
 */
record Playing(
    CountyCode county, Story story, Matter matter, Actor finder, Actor signer, Actor receiver) {}
