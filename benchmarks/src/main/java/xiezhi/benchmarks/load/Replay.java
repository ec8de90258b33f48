package xiezhi.benchmarks.load;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one request asked of the database, heard from the server's own log, as a script for pgbench.
 * A creation gets new ids, a new number and the next place in the ledger each time.
 */
record Replay(Path script) {
  private static final Pattern LINE =
      Pattern.compile("^\\S+ \\S+ \\S+ \\[(\\d+)] (LOG|DETAIL):  (.*)$");
  private static final Pattern EXECUTED = Pattern.compile("(?s)^execute [^:]+: (.*)$");
  private static final Pattern PARAMETER =
      // possessive: a list of ids is long, and each step back would be kept on the stack
      Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']++|'')*+')", Pattern.DOTALL);
  private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** By which a complainant follows a complaint: unique in its county. */
  private static final Pattern CODE =
      Pattern.compile(
          "(\\d{6}-)([0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2})(?=')");

  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

  private record Statement(String pid, String sql, Map<Integer, String> values) {}

  static Replay of(
      Installation platform, Path folder, String name, Runnable request, InstantSource clock)
      throws IOException, SQLException, InterruptedException {
    try (Connection c = platform.asOwner()) {
      c.setAutoCommit(true);
      String own = Installation.rows(c, "select pg_backend_pid()").getFirst().getFirst();
      log(c, "alter system set log_statement = 'all'");
      long begin = Files.size(platform.databaseLog());
      long since = clock.millis();
      request.run();
      Thread.sleep(100);
      List<Statement> heard = read(platform.databaseLog(), begin, own);
      log(c, "alter system reset log_statement");
      Path script = folder.resolve(name.replaceAll("[^a-z0-9]+", "-") + ".sql");
      Files.writeString(script, write(heard, since));
      return new Replay(script);
    }
  }

  private static void log(Connection c, String change) throws SQLException, InterruptedException {
    try (var s = c.createStatement()) {
      s.execute(change);
      s.execute("select pg_reload_conf()");
    }
    Thread.sleep(500);
  }

  private static List<Statement> read(Path log, long from, String own) throws IOException {
    List<Statement> heard = new ArrayList<>();
    String text;
    try (FileChannel file = FileChannel.open(log)) {
      file.position(from);
      text = new String(Channels.newInputStream(file).readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (LINE.matcher(line).matches() || lines.isEmpty()) {
        lines.add(line);
      } else {
        lines.add(lines.removeLast() + " " + line.strip());
      }
    }
    for (String line : lines) {
      Matcher m = LINE.matcher(line);
      if (!m.matches() || m.group(1).equals(own)) {
        continue;
      }
      String pid = m.group(1);
      if (m.group(2).equals("LOG")) {
        Matcher executed = EXECUTED.matcher(m.group(3));
        if (executed.matches()) {
          heard.add(new Statement(pid, executed.group(1), new LinkedHashMap<>()));
        }
      } else {
        Matcher p = PARAMETER.matcher(m.group(3));
        for (int i = heard.size() - 1; i >= 0; i--) {
          if (heard.get(i).pid().equals(pid)) {
            while (p.find()) {
              heard.get(i).values().put(Integer.parseInt(p.group(1)), p.group(2));
            }
            break;
          }
        }
      }
    }
    return heard;
  }

  private static String write(List<Statement> heard, long since) {
    Set<String> made = new TreeSet<>();
    StringBuilder all = new StringBuilder();
    // connections one after the other: a transaction of one must not run inside another's
    for (String pid : new TreeSet<>(heard.stream().map(Statement::pid).toList())) {
      for (Statement s : heard) {
        if (!s.pid().equals(pid)) {
          continue;
        }
        if (s.sql().startsWith("insert")) {
          for (String value : s.values().values()) {
            Matcher m = UUIDS.matcher(value);
            while (m.find()) {
              String millis = m.group().replace("-", "").substring(0, 12);
              if (Long.parseLong(millis, 16) >= since - 1_000) {
                made.add(m.group());
              }
            }
          }
        }
        if (s.sql().startsWith("select set_config('xiezhi.county'")) {
          // the driver's own "begin" is not among what it executes
          all.append("begin;\n");
        }
        all.append(inlined(s)).append('\n');
      }
    }
    String script = all.toString();
    StringBuilder head = new StringBuilder();
    int u = 0;
    for (String id : made) {
      u++;
      script = script.replace(id, ":u" + u);
      head.append(u == 1 ? "select " : ", ").append("gen_random_uuid() as u").append(u);
    }
    Matcher number = Pattern.compile("'(\\d{6}-\\d{4}-)\\d{6}'").matcher(script);
    if (u > 0 && number.find()) {
      String typed = number.group().replace("'", "");
      script = script.replace(typed, number.group(1) + "b:r");
      head.insert(0, "\\set r random(1, 2000000000)\n");
    }
    Matcher code = CODE.matcher(script);
    if (u > 0 && code.find()) {
      script = script.replace(code.group(1) + code.group(2), code.group(1) + "b:s");
      head.insert(0, "\\set s random(1, 2000000000)\n");
    }
    return (u == 0 ? "" : head + " \\gset\n") + script;
  }

  private static String inlined(Statement s) {
    Map<Integer, String> values = new LinkedHashMap<>(s.values());
    String sql = s.sql();
    boolean writesLedger = sql.startsWith("insert into \"ledger\".\"entry\"");
    int places = (int) PLACE.matcher(sql).results().count();
    int columns = 13;
    if (writesLedger) {
      for (int i = 0; i * columns < places; i++) {
        values.put(i * columns + 2, "(:seq + " + i + ")");
      }
    }
    if (sql.startsWith("update \"ledger\".\"head\"")) {
      // room for all entries of the request
      values.put(1, "(:seq + 20)");
    }
    StringBuilder out = new StringBuilder();
    Matcher m = PLACE.matcher(sql);
    while (m.find()) {
      m.appendReplacement(
          out, Matcher.quoteReplacement(values.getOrDefault(Integer.parseInt(m.group(1)), "NULL")));
    }
    m.appendTail(out);
    if (sql.contains("\"ledger\".\"head\"") && sql.endsWith("for update")) {
      return "select seq + 1 as seq from (" + out + ") h \\gset";
    }
    return out + ";";
  }

  /** Transactions per second of the same statements, by as many clients. */
  double run(Installation platform, String pgbench, int clients, int seconds)
      throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(
            pgbench,
            "-n",
            "-M",
            "simple",
            "-h",
            "127.0.0.1",
            "-p",
            Integer.toString(platform.databasePort()),
            "-U",
            "xiezhi_app",
            "-c",
            Integer.toString(clients),
            "-j",
            "2",
            "-T",
            Integer.toString(seconds),
            "-f",
            script.toString(),
            "xiezhi");
    command.environment().put("PGPASSWORD", platform.applicationPassword());
    Process process = command.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Matcher tps = TPS.matcher(said);
    if (!tps.find() || said.contains("aborted")) {
      System.err.println(script + ": " + said);
      return Double.NaN;
    }
    return Double.parseDouble(tps.group(1));
  }
}
