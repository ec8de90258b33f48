package xiezhi.demonstration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xiezhi.identity.Accounts.NewAccount;
import xiezhi.identity.Accounts.Post;
import xiezhi.shared.BodyId;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Role;
import xiezhi.shared.csv.Faults;
import xiezhi.shared.csv.Sheet;

/** The invented people of the data file, and where they sit. All of them share one password. */
final class DemonstrationPeople {
  static final String FILE = "demonstration-people.csv";

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][-._a-z0-9]{1,39}");
  private static final Pattern BODY = Pattern.compile("[0-9]{6}[-0-9A-Za-z]{1,34}");
  private static final Set<String> ROLES =
      Stream.of(Role.values()).map(Role::name).collect(Collectors.toCollection(TreeSet::new));

  private DemonstrationPeople() {}

  static Map<CountyCode, List<NewAccount>> read(String text, Faults faults) {
    Sheet sheet = Sheet.read(FILE, text, faults, "county_code", "login", "name", "body", "roles");
    sheet.unique("login");
    Map<CountyCode, List<NewAccount>> people = new LinkedHashMap<>();
    for (Sheet.Row row : sheet.rows()) {
      String login = row.matching("login", LOGIN, "lower-case letters, digits and - . _");
      String body = row.matching("body", BODY, "a body's id is needed");
      Set<Role> roles = roles(row);
      if (!BODY.matcher(body).matches()) {
        continue;
      }
      if (!body.startsWith(row.text("county_code"))) {
        row.fault("data.foreign-code", "body", "it must begin with its county's code");
      }
      people
          .computeIfAbsent(new CountyCode(body.substring(0, 6)), c -> new ArrayList<>())
          .add(
              new NewAccount(
                  login, row.words("name"), null, List.of(new Post(new BodyId(body), roles))));
    }
    return people;
  }

  private static Set<Role> roles(Sheet.Row row) {
    Set<Role> roles = new TreeSet<>();
    for (String word : row.words("roles").split(" +", -1)) {
      if (ROLES.contains(word)) {
        roles.add(Role.valueOf(word));
      } else {
        row.fault("data.unknown-value", "roles", "roles are " + String.join(", ", ROLES));
      }
    }
    return roles;
  }
}
