package xiezhi.benchmarks.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Times of one operation, and what it cost the processors. */
record Measured(
    double p50Millis,
    double p95Millis,
    double perSecond,
    double applicationCpuMillis,
    double databaseCpuMillis) {

  /**
   * Each client does it again and again until the time is over.
   *
   * @param operation what a client does, by the client's number
   */
  static Measured of(
      Installation platform, int clients, double seconds, IntFunction<Runnable> operation)
      throws IOException, InterruptedException {
    double application = platform.applicationCpu();
    double database = platform.databaseCpu();
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    List<long[]> times = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<long[]>> all = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        Runnable work = operation.apply(client);
        all.add(threads.submit(() -> repeat(work, end)));
      }
      for (Future<long[]> f : all) {
        times.add(f.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("an operation failed under load", e.getCause());
    }
    double took = (System.nanoTime() - begin) / 1e9;
    long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    int n = sorted.length;
    return new Measured(
        sorted[n / 2] / 1e6,
        sorted[(int) (n * 0.95)] / 1e6,
        n / took,
        (platform.applicationCpu() - application) / n,
        (platform.databaseCpu() - database) / n);
  }

  private static long[] repeat(Runnable work, long end) {
    long[] times = new long[1024];
    int n = 0;
    long now = System.nanoTime();
    do {
      work.run();
      long then = System.nanoTime();
      if (n == times.length) {
        times = Arrays.copyOf(times, 2 * n);
      }
      times[n++] = then - now;
      now = then;
    } while (now < end);
    return Arrays.copyOf(times, n);
  }
}
