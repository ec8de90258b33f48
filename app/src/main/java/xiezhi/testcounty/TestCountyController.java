package xiezhi.testcounty;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xiezhi.shared.CountyCode;
import xiezhi.shared.Role;
import xiezhi.testcounty.TestCounties.Made;
import xiezhi.testcounty.TestCounties.Wanted;

/** A fresh county for a test, over HTTP. */
@RestController
@Profile("test")
@RequestMapping("/api/test/counties")
@Tag(name = "test")
class TestCountyController {
  /**
   * @param base the county whose data it gets
   * @param without ids of rules to leave out
   * @param mechanism mechanism files by name ({@code mechanism.yaml}, {@code clauses.yaml}, …)
   *     instead of the base's
   * @param directory data files by name ({@code counties.csv}, …) instead of the packaged ones
   * @param people keys of those who are wanted in it, as {@code t1.clerk}; null for everybody
   */
  record TestCountyRequest(
      @NotBlank String base,
      @Nullable Set<String> without,
      @Nullable Map<String, String> mechanism,
      @Nullable Map<String, String> directory,
      @Nullable Set<String> people) {}

  record PersonResponse(
      String key,
      String login,
      String password,
      String name,
      String body,
      String bodyName,
      String bodyKind,
      Role role) {}

  record TestCountyResponse(
      String code,
      String name,
      String mechanism,
      Map<String, String> bodies,
      List<PersonResponse> people) {
    static TestCountyResponse of(Made made) {
      Map<String, String> bodies = new HashMap<>();
      made.bodies().forEach((key, id) -> bodies.put(key, id.value()));
      return new TestCountyResponse(
          made.code().value(),
          made.name(),
          made.mechanism(),
          bodies,
          made.people().stream()
              .map(
                  p ->
                      new PersonResponse(
                          p.key(),
                          p.login(),
                          p.password(),
                          p.name(),
                          p.body().value(),
                          p.bodyName(),
                          p.bodyKind().key(),
                          p.role()))
              .toList());
    }
  }

  private final TestCounties counties;

  TestCountyController(TestCounties counties) {
    this.counties = counties;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "makeTestCounty",
      summary = "A fresh county with the data of another; only in the profile test")
  TestCountyResponse makeTestCounty(@RequestBody TestCountyRequest wanted) {
    return TestCountyResponse.of(
        counties.make(
            new Wanted(
                new CountyCode(wanted.base()),
                wanted.without() == null ? Set.of() : wanted.without(),
                wanted.mechanism(),
                wanted.directory(),
                wanted.people())));
  }
}
