package viewstream.benchmarks.kafka;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.apache.kafka.tools.ProducerPerformance;

/**
 * The child process that runs Kafka's own ProducerPerformance, again and again, so that it is as
 * warm as a service. Arguments: topic, then producer settings, {@code name=value}. For each line, a
 * number, it sends as many records.
 */
final class ProducerWorker {
  private ProducerWorker() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream answers = System.out;
    System.setOut(System.err);
    Scanner commands = new Scanner(System.in);
    while (commands.hasNextInt()) {
      int records = commands.nextInt();
      ProducerPerformance.main(words(arguments, records));
      answers.println(records);
    }
  }

  private static String[] words(String[] arguments, int records) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--topic",
                arguments[0],
                "--num-records",
                Integer.toString(records),
                "--record-size",
                "1",
                "--throughput",
                "-1",
                "--producer-props"));
    words.addAll(List.of(arguments).subList(1, arguments.length));
    return words.toArray(String[]::new);
  }
}
