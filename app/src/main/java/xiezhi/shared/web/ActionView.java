package xiezhi.shared.web;

import java.util.List;
import java.util.Map;
import xiezhi.shared.Permission;

/**
 * One act on a resource: allowed, or everything that stands against it. Computed by the same {@code
 * may…} that the act itself asks.
 *
 * @param name the operation's id
 */
public record ActionView(String name, boolean allowed, List<Problem.RefusalView> refusals) {

  public static ActionView of(String name, Permission permission) {
    return new ActionView(
        name,
        permission.isAllowed(),
        permission.refusals().stream().map(Problem.RefusalView::of).toList());
  }

  public static List<ActionView> of(Map<String, Permission> acts) {
    return acts.entrySet().stream().map(a -> of(a.getKey(), a.getValue())).toList();
  }
}
