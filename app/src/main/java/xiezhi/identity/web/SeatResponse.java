package xiezhi.identity.web;

import java.util.List;
import xiezhi.shared.Role;

/** What somebody may do in a body. */
record SeatResponse(DeskResponse body, List<Role> roles) {
  SeatResponse {
    roles = roles.stream().sorted().toList();
  }
}
