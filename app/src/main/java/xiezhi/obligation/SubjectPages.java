package xiezhi.obligation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xiezhi.shared.MatterId;

/** Where each subject is looked at: the one place that turns a reference into a page. */
@Component
public class SubjectPages {
  private final Map<String, String> paths;

  SubjectPages(List<SubjectPage> pages) {
    this.paths =
        pages.stream().collect(Collectors.toUnmodifiableMap(SubjectPage::kind, SubjectPage::path));
  }

  /**
   * @param matter the matter the subject hangs on; null if none
   */
  public String of(String subject, @Nullable MatterId matter) {
    int colon = subject.indexOf(':');
    String path = colon < 0 ? null : paths.get(subject.substring(0, colon));
    if (path != null) {
      return path + subject.substring(colon + 1);
    }
    return matter == null ? "/workbench" : "/matters/" + matter;
  }
}
