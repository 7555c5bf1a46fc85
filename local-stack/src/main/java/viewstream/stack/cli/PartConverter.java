package viewstream.stack.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import viewstream.stack.Part;

/** Reads a part by the name it has everywhere else. */
final class PartConverter implements ITypeConverter<Part> {
  @Override
  public Part convert(String text) {
    return Arrays.stream(Part.values())
        .filter(part -> part.label().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException("there is no part '" + text + "'; there are " + all()));
  }

  private static String all() {
    return Arrays.stream(Part.values()).map(Part::label).collect(Collectors.joining(", "));
  }
}
