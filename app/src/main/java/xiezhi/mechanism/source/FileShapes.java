package xiezhi.mechanism.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import xiezhi.mechanism.source.Shape.Choice;
import xiezhi.mechanism.source.Shape.Day;
import xiezhi.mechanism.source.Shape.Decimal;
import xiezhi.mechanism.source.Shape.Either;
import xiezhi.mechanism.source.Shape.Field;
import xiezhi.mechanism.source.Shape.Fields;
import xiezhi.mechanism.source.Shape.Flag;
import xiezhi.mechanism.source.Shape.ListOf;
import xiezhi.mechanism.source.Shape.OneOrMore;
import xiezhi.mechanism.source.Shape.RuleKey;
import xiezhi.mechanism.source.Shape.Scalar;
import xiezhi.mechanism.source.Shape.Table;
import xiezhi.mechanism.source.Shape.Text;
import xiezhi.mechanism.source.Shape.Whole;
import xiezhi.mechanism.source.Shape.Word;

/** The shapes of the files of a mechanism, format 1. */
final class FileShapes {
  private FileShapes() {}

  private static final Text NAME = text(200);
  private static final Text WORDS = text(2_000);
  private static final Text LONG = text(20_000);
  private static final Text ID =
      new Text(
          60, Pattern.compile("[a-z0-9]+([-_.][a-z0-9]+)*"), "lower-case letters, digits, hyphens");
  private static final Text CLAUSE_ID =
      new Text(40, Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*"), "a clause id, as ES-019");
  private static final Text TERM_ID = ID;
  private static final Text TIME_OF_DAY =
      new Text(
          5,
          Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]|24:00"),
          "a time of day in quotes, as \"17:30\" or \"24:00\"");
  private static final Text FILE_NAME =
      new Text(80, Pattern.compile("[-_.A-Za-z0-9]+\\.txt"), "a file name ending in .txt");
  private static final Decimal NUMBER =
      new Decimal(BigDecimal.ZERO, new BigDecimal("1000000000000"));

  static final Choice UNITS =
      new Choice(List.of("minute", "hour", "working-day", "calendar-day", "same-day", "month"));
  private static final Choice FIRST_DAY = new Choice(List.of("excluded", "included"));
  private static final Choice ROLL = new Choice(List.of("none", "next-working-day"));

  private static Field[] amountAndEnds() {
    return new Field[] {
      may("amount", new Whole(0, 100_000), "how many units; absent where the text has no number"),
      may("unit", UNITS, "the unit of the amount"),
      may("first-day", FIRST_DAY, "whether the day of the start counts; by default it does not"),
      may("roll", ROLL, "whether a last day on a day off moves to the next working day"),
      may("cut-off", TIME_OF_DAY, "time of the last day at which it ends; by default 24:00")
    };
  }

  static final Fields SPAN = new Fields(amountAndEnds());

  static final Fields EXTENSION =
      new Fields(
          may("by", SPAN, "how much more"),
          may("ceiling", SPAN, "at most this in total, from the start"),
          may("stated-date", new Flag(), "a new date must be stated"),
          may("approver", new Word("roles"), "who approves; absent: the debtor itself"),
          may("before-expiry", new Flag(), "must be asked for before it is due (事先告知)"),
          may("times", new Whole(1, 1000), "how often; absent: not limited"),
          may("requires", new ListOf(ID, 0), "what must be given with it"));

  static final Fields LIMIT = limit();

  private static Fields limit() {
    var fields = new java.util.ArrayList<>(List.of(amountAndEnds()));
    fields.addAll(
        List.of(
            must("words", WORDS, "the text's own words for the time, as 3个工作日内 or 及时"),
            must("starts", new ListOf(new Word("events"), 1), "the events that start the clock"),
            must("ends", new ListOf(new Word("events"), 1), "the events that discharge it"),
            must("debtor", new Word("roles"), "who owes"),
            may("creditor", new Word("roles"), "to whom; absent: to nobody in particular"),
            may("target", SPAN, "inner target before the limit (内部时限)"),
            may("extension", EXTENSION, "whether and how it may be extended; absent: not at all"),
            may("suspends", new ListOf(new Word("pauses"), 0), "pauses that do not count"),
            may(
                "from-actual-time",
                new Word("facts"),
                "the fact (an instant) from which it runs instead of the event's own time"),
            may("typed", new Flag(), "the text presupposes a limit (规定时间): the sender states it")));
    return new Fields(List.copyOf(fields), List.of());
  }

  static final Fields GATE =
      new Fields(
          must("acts", new ListOf(new Word("acts"), 1), "the acts it guards"),
          may(
              "present",
              new Table(new Word("facts"), new ListOf(ID, 1)),
              "names that must be in a set of facts, as {materials: [transfer-letter]}"),
          may(
              "body-kinds",
              new ListOf(
                  new Fields(
                      must("role", new Word("roles"), "whose kind is looked at"),
                      may("allow", new ListOf(new Word("body-kinds"), 1), "only these kinds"),
                      may("forbid", new ListOf(new Word("body-kinds"), 1), "none of these kinds"),
                      may("unless", new Word("facts"), "the declared exception that lifts it")),
                  1),
              "who may act, in whose name"),
          may("after", new ListOf(new Word("events"), 1), "all of these have happened before"),
          may("after-any", new ListOf(new Word("events"), 1), "one of these has happened before"),
          may(
              "fact-is",
              new Table(new Word("facts"), new OneOrMore(new Scalar())),
              "facts and the values they may have"),
          may(
              "forbidden",
              new Either(
                  new Flag(),
                  new Fields(must("unless", new Word("facts"), "the exception that lifts it"))),
              "not at all, while the rule's condition matches"));

  static final Fields ROUTE =
      new Fields(
          must("question", new Word("routes"), "what is asked, as transfer.receiver"),
          must(
              "to",
              new Fields(
                  List.of(
                      may("role", new Word("roles"), "a role of the flow"),
                      may("named", NAME, "the body of that name in the county's directory"),
                      may("kind", new Word("body-kinds"), "the bodies of that kind")),
                  List.of(Set.of("role", "named", "kind"))),
              "the answer"),
          may("exclusive", new Flag(), "any other answer is refused"));

  static final Fields PERIODIC =
      new Fields(
          may(
              "every",
              new Choice(List.of("month", "quarter", "year")),
              "the period; absent: the text gives none (定期)"),
          may("times", new Whole(1, 1000), "how often in each period, at least; by default once"),
          may("words", WORDS, "the text's own words"),
          may("per", NAME, "kind of body each of which owes it; absent: the county as a whole"),
          may("debtor", NAME, "who convenes it"),
          may("participants", new ListOf(NAME, 0), "who takes part"),
          may("series", ID, "what tells it from another duty of the same key"),
          may("ends", new Word("events"), "the event that counts"));

  static final Fields QUOTA =
      new Fields(
          may("min", NUMBER, "at least; absent: the text gives no number"),
          may("max", NUMBER, "at most"),
          may("ratio", new Decimal(BigDecimal.ZERO, BigDecimal.ONE), "the share, 0 to 1"),
          may("of", NAME, "what it is a share of"),
          may(
              "rounding",
              new Choice(List.of("up", "down", "none")),
              "of the share; by default none"),
          must("unit", NAME, "as person, hour, item"),
          may("per", NAME, "as town, area, body"),
          may("exempt", new ListOf(NAME, 0), "names that are shown but not flagged"),
          may("words", WORDS, "the text's own words"));

  static final Fields EXCEPTION =
      new Fields(
          must("flag", new Word("facts"), "the flag that this rule lets count in a gate's unless"),
          may("requires", new Word("fields"), "the field that must be given with it, as citation"),
          may("words", WORDS, "the text's own words"));

  /** The kinds of value, as the catalogue of keys and the rules name them. */
  static final List<String> VALUES =
      List.of(
          "limit",
          "gate",
          "route",
          "periodic",
          "quota",
          "exception",
          "text",
          "names",
          "amount",
          "flag",
          "day",
          "table",
          "unspecified");

  private static final Set<String> BASES =
      Set.of("clauses", "article", "platform-default", "internal-target");

  static final Fields RULE =
      new Fields(
          List.of(
              must("id", ID, "unique in the file"),
              must("key", new RuleKey(), "what it is about: a key of keys.yaml"),
              may("duty", ID, "rules of one duty compete; by default the duty of the key"),
              may("clauses", new ListOf(CLAUSE_ID, 1), "basis: clauses of the county's instrument"),
              may(
                  "article",
                  new Fields(
                      must("cite", NAME, "as 行政处罚法 第二十五条"),
                      must("quote", LONG, "the words of the article"),
                      may(
                          "grade",
                          new Choice(List.of("verified", "second-hand", "memory", "inference")),
                          "how well the wording is known; by default verified")),
                  "basis: an article of national law"),
              may("platform-default", WORDS, "basis: nobody's text; the reason for the default"),
              may("internal-target", WORDS, "basis: set by the county for itself; the reason"),
              must(
                  "bindingness",
                  new Choice(List.of("hard", "explainable", "optional", "scheduled", "indicator")),
                  "how hard it is, read from the clause's modal words"),
              may(
                  "when",
                  new Table(
                      new Word("facts"),
                      new Either(
                          new OneOrMore(new Scalar()),
                          new Fields(
                              may("min", NUMBER, "at least"), may("max", NUMBER, "at most")))),
                  "when it applies; absent: always"),
              may(
                  "resolve",
                  new Choice(List.of("county-first", "statute-first", "stricter")),
                  "how the tiers compete for this duty"),
              may("note", LONG, "how an unclear text was read"),
              may("limit", LIMIT, "somebody owes something by some time"),
              may("gate", GATE, "an act may be done only if"),
              may("route", ROUTE, "who is to do it"),
              may("periodic", PERIODIC, "something to be done again and again"),
              may("quota", QUOTA, "so many, or such a share"),
              may("exception", EXCEPTION, "a flag that lifts a gate, and what it needs"),
              may("text", WORDS, "one word or sentence"),
              may("names", new ListOf(NAME, 1), "several"),
              may("amount", NUMBER, "a number"),
              may("flag", new Flag(), "yes or no"),
              may("day", new Day(), "a date"),
              may("table", new Table(NAME, WORDS), "texts by name"),
              may("unspecified", WORDS, "the duty is there but no value; the words used instead")),
          List.of(BASES, Set.copyOf(VALUES)));

  private static final Table TERMS =
      new Table(
          TERM_ID,
          new Fields(
              must("zh", NAME, "in Chinese"),
              must("en", NAME, "in English"),
              may("clause", CLAUSE_ID, "where it is from")));

  private static final Table LETTERS =
      new Table(
          ID,
          new Fields(
              may("zh", NAME, "what the letter is called, in Chinese"),
              may("en", NAME, "in English"),
              may("number", NAME, "number format: {issuer} short name, {year}, {n}")));

  private static final Field FORMAT = must("format", new Whole(1, 1), "1");

  static final Fields COUNTY_FILE =
      new Fields(
          FORMAT,
          must(
              "county",
              new Fields(
                  must(
                      "code", new Text(6, Pattern.compile("[0-9]{6}"), "six digits in quotes"), ""),
                  must("name", NAME, "full name"),
                  must("short", NAME, "short name"),
                  must("level", NAME, "县 or 区: the words for the upper tier"),
                  may("zone", NAME, "time zone; by default Asia/Shanghai")),
              "whose mechanism it is"),
          must("in-force-from", new Day(), "first day on which it governs"),
          must(
              "instruments",
              new ListOf(
                  new Fields(
                      must("id", ID, "unique in the file"),
                      must("title", WORDS, "as printed"),
                      may("number", NAME, "document number as printed"),
                      may("issuer", NAME, "who issued it"),
                      may("dated", new Day(), "date of issue"),
                      must("text", FILE_NAME, "file of the whole text")),
                  1),
              "the documents it consists of"),
          may("terms", TERMS, "what this county calls its bodies and papers"),
          may("letters", LETTERS, "letters by template"),
          must("rules", new ListOf(RULE, 0), "what the clauses say, as data"));

  static final Fields TIER_FILE =
      new Fields(
          FORMAT,
          must("tier", new Choice(List.of("national", "platform")), "whose rules these are"),
          may("in-force-from", new Day(), "first day on which it governs"),
          may("terms", TERMS, "words used where a county has none of its own"),
          may("letters", LETTERS, "letters by template"),
          must(
              "rules", new ListOf(RULE, 0), "what law says, or what the platform does by default"));

  static final ListOf CLAUSES_FILE =
      new ListOf(
          new Fields(
              must("id", CLAUSE_ID, "unique in the county"),
              must("instrument", ID, "id of the instrument it stands in"),
              must("heading", WORDS, "where in the instrument, as printed"),
              must("quote", LONG, "the sentence in the county's own words"),
              must("requirement", LONG, "what it asks of the platform, in English"),
              must("kind", ID, "the capability it belongs to"),
              must("class", new Choice(List.of("A", "B", "C", "D")), "A enforce or compute, …")),
          1);

  static final Table KEYS_FILE =
      new Table(
          ID,
          new Fields(
              must("type", new OneOrMore(new Choice(VALUES)), "kind of value its rules have"),
              may("duty", ID, "rules of one duty compete; by default the key itself"),
              must("zh", NAME, "in Chinese"),
              must("en", NAME, "in English")));

  private static final Fields LABEL =
      new Fields(must("zh", NAME, "in Chinese"), must("en", NAME, "in English"));

  /** The lists of words, but for the facts. */
  static final List<String> LISTS =
      List.of("events", "acts", "roles", "body-kinds", "materials", "fields", "routes", "pauses");

  static final List<String> FACT_TYPES = List.of("text", "flag", "number", "set", "instant");

  static final Fields VOCABULARY_FILE = vocabulary();

  private static Fields vocabulary() {
    var lists = new java.util.ArrayList<Field>();
    lists.add(
        must(
            "facts",
            new Table(
                ID,
                new Fields(
                    must("zh", NAME, "in Chinese"),
                    must("en", NAME, "in English"),
                    must("type", new Choice(FACT_TYPES), "what its values are"),
                    may("of", new Choice(LISTS), "the list its values are from"),
                    may("values", new ListOf(NAME, 1), "its possible values"))),
            "what a flow knows about the case in hand"));
    LISTS.forEach(name -> lists.add(must(name, new Table(ID, LABEL), "known " + name)));
    return new Fields(List.copyOf(lists), List.of());
  }

  private static Text text(int longest) {
    return new Text(longest, null, "a text");
  }

  private static Field must(String name, Shape shape, String about) {
    return new Field(name, true, shape, about);
  }

  private static Field may(String name, Shape shape, String about) {
    return new Field(name, false, shape, about);
  }
}
