package xiezhi.shared;

import java.util.List;

/** The counties this installation serves. Answered by the module that keeps their directory. */
public interface Counties {
  List<CountyCode> all();
}
