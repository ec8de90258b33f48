package xiezhi.obligation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.mechanism.RuleValue.Period;
import xiezhi.obligation.application.SetPeriods;
import xiezhi.shared.Refusal;
import xiezhi.shared.web.Typed;

@RestController
@Tag(name = "obligation")
class PeriodicDutyController {
  private final SetPeriods periods;

  PeriodicDutyController(SetPeriods periods) {
    this.periods = periods;
  }

  /**
   * @param every month, quarter or year
   */
  record PeriodRequest(String every, @Nullable String reason) {}

  @GetMapping("/api/periodic-duties")
  @Operation(
      operationId = "listPeriodicDuties",
      summary = "What is owed again and again, by whom, and which periods were missed")
  List<SetPeriods.PeriodicDutyView> listPeriodicDuties() {
    return periods.all();
  }

  @PutMapping("/api/periodic-duties/{rule}/period")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "setPeriod", summary = "Set the period that the text leaves open")
  void setPeriod(@PathVariable String rule, @RequestBody PeriodRequest r) {
    Period every =
        Arrays.stream(Period.values())
            .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(r.every()))
            .findFirst()
            .orElseThrow(
                () -> Refusal.malformed("every", "must be month, quarter or year").exception());
    periods.set(rule, every, Typed.text(r.reason()));
  }
}
