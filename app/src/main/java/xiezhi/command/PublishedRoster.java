package xiezhi.command;

import java.time.Instant;
import java.util.List;
import xiezhi.shared.Ground;

/** 联合执法人员名单 as it is published. */
public interface PublishedRoster {
  /**
   * One officer.
   *
   * @param post whose roster, as 中部片区
   * @param certificate number of the enforcement certificate
   * @param ground why it is public
   */
  record Line(
      String post, String name, String body, String certificate, Instant since, Ground ground) {}

  /** Of the actor's county; empty where no rule of it wants it published. */
  List<Line> published();
}
