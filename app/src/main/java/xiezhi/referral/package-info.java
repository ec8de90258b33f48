/**
 * 行刑衔接: a suspected crime goes to the police, with a team, a report, the head's decision and the
 * list of what goes along; the police answer; a penalty never takes its place. A breach of
 * discipline goes to the organs of supervision, on a path that few may see. 行政执法机关移送涉嫌犯罪案件的规定; the
 * counties' clauses say the rest.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "calendar",
      "mechanism",
      "organisation",
      "identity",
      "document",
      "ledger",
      "obligation",
      "matter",
      "notification",
      "flow",
      "correspondence",
      "vault"
    })
@NullMarked
package xiezhi.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
