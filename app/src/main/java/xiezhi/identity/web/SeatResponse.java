package xiezhi.identity.web;

import java.util.Set;
import xiezhi.shared.Role;

/** What somebody may do in a body. */
record SeatResponse(DeskResponse body, Set<Role> roles) {
  SeatResponse {
    roles = Set.copyOf(roles);
  }
}
