package viewstream.benchmarks.fleet;

import java.lang.management.ManagementFactory;
import java.util.Scanner;

/** For each number it reads it spends as many milliseconds of CPU time. */
final class CpuBurner {
  private CpuBurner() {}

  public static void main(String[] arguments) {
    Scanner commands = new Scanner(System.in);
    while (commands.hasNextInt()) {
      int millis = commands.nextInt();
      long end = spent() + millis * 1_000_000L;
      while (spent() < end) {
        Thread.onSpinWait();
      }
      System.out.println(millis);
    }
  }

  private static long spent() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
