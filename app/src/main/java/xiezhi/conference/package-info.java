/**
 * 联席会议: meetings of a series, at once, or on a special matter. The series is a periodic duty of the
 * county's rules; a meeting that was held discharges it. Agenda, attendance and minutes are kept,
 * and each thing resolved is owed by somebody until a day. Meetings and due dates go out as a
 * calendar.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "calendar",
      "mechanism",
      "organisation",
      "ledger",
      "document",
      "obligation",
      "matter",
      "notification",
      "flow",
      "correspondence"
    })
@NullMarked
package xiezhi.conference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
