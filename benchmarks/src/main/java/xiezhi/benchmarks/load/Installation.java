package xiezhi.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A running platform with its embedded database, both on this machine. */
public record Installation(String url, Path data, long pid) {
  private List<String> postmaster() throws IOException {
    return Files.readAllLines(data.resolve("db/pg18/postmaster.pid"));
  }

  int databasePort() throws IOException {
    return Integer.parseInt(postmaster().get(3).strip());
  }

  long databasePid() throws IOException {
    return Long.parseLong(postmaster().getFirst().strip());
  }

  Path databaseLog() {
    return data.resolve("db/postgres.log");
  }

  String applicationPassword() throws IOException {
    return Files.readString(data.resolve("db/application.secret")).strip();
  }

  Connection asOwner() throws IOException, SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + databasePort() + "/xiezhi",
        "postgres",
        Files.readString(data.resolve("db/superuser.secret")).strip());
  }

  static List<List<String>> rows(Connection c, String sql) throws SQLException {
    try (var s = c.createStatement();
        var found = s.executeQuery(sql)) {
      List<List<String>> all = new ArrayList<>();
      int width = found.getMetaData().getColumnCount();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        all.add(row);
      }
      return all;
    }
  }

  /** Processor time of the application so far, in milliseconds. */
  double applicationCpu() throws IOException {
    return ticks(Path.of("/proc/" + pid + "/stat"), 11, 12) * 10;
  }

  /** Processor time of the database server's processes so far, in milliseconds. */
  public double databaseCpu() throws IOException {
    long server = databasePid();
    double sum = ticks(Path.of("/proc/" + server + "/stat"), 11, 12, 13, 14);
    try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        try {
          Path stat = process.resolve("stat");
          if (fields(stat)[1].equals(Long.toString(server))) {
            sum += ticks(stat, 11, 12);
          }
        } catch (IOException _) {
          // it ended meanwhile
        }
      }
    }
    return sum * 10;
  }

  /** What follows the command's name, which may hold anything: state, parent, ... */
  private static String[] fields(Path stat) throws IOException {
    String text = Files.readString(stat, UTF_8);
    return text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
  }

  private static double ticks(Path stat, int... which) throws IOException {
    String[] fields = fields(stat);
    double sum = 0;
    for (int field : which) {
      sum += Long.parseLong(fields[field]);
    }
    return sum;
  }
}
