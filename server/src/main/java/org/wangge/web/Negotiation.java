package org.wangge.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the representation: {@code f=…} first, then Accept with its weights, the server's first
 * form when it is free to.
 */
public final class Negotiation {
  private Negotiation() {}

  /**
   * @param forms in the server's order of preference
   * @throws ProblemException 400 for an unknown {@code f}, 406 when Accept takes none of the forms
   */
  public static Form choose(Context context, List<Form> forms) {
    return choose(context.queryParam("f"), context.header("Accept"), forms);
  }

  static Form choose(@Nullable String f, @Nullable String accept, List<Form> forms) {
    if (f != null) {
      return named(f, forms);
    }
    if (accept == null || accept.isBlank()) {
      return forms.get(0);
    }
    return ranges(accept).stream()
        .flatMap(range -> forms.stream().filter(form -> form.answers(range.type())))
        .findFirst()
        .orElseThrow(() -> notAcceptable(accept, forms));
  }

  /** JSON also names GeoJSON where that is the only JSON there is, and the other way round. */
  private static Form named(String f, List<Form> forms) {
    Optional<Form> exact = forms.stream().filter(form -> form.name().equals(f)).findFirst();
    return exact
        .or(() -> forms.stream().filter(form -> isJson(f) && isJson(form.name())).findFirst())
        .orElseThrow(
            () ->
                Query.bad(
                    "f", f, "names no representation of this", "Known: " + names(forms) + "."));
  }

  private static boolean isJson(String name) {
    return name.equals("json") || name.equals("geojson");
  }

  private static String names(List<Form> forms) {
    return String.join(", ", forms.stream().map(Form::name).toList());
  }

  private static ProblemException notAcceptable(String accept, List<Form> forms) {
    return Problem.of(ProblemKind.NOT_ACCEPTABLE, "Nothing here is of a type that Accept takes.")
        .withValue(accept)
        .withWhere("header Accept")
        .withRemedy(
            "Take one of " + String.join(", ", forms.stream().map(Form::mediaType).toList()) + ".")
        .raise();
  }

  /**
   * Heaviest first, then the more specific; otherwise as they came. Those of weight 0 are left out.
   */
  private static List<Range> ranges(String accept) {
    return Arrays.stream(accept.split(","))
        .map(Range::parse)
        .filter(range -> range.weight() > 0)
        .sorted(Comparator.comparingDouble(Range::weight).reversed().thenComparingInt(Range::stars))
        .toList();
  }

  private record Range(String type, double weight) {
    static Range parse(String text) {
      String[] parts = text.split(";");
      double weight =
          Arrays.stream(parts)
              .skip(1)
              .map(String::strip)
              .filter(part -> part.startsWith("q="))
              .mapToDouble(part -> parseWeight(part.substring(2)))
              .findFirst()
              .orElse(1);
      return new Range(parts[0].strip().toLowerCase(Locale.ROOT), weight);
    }

    private static double parseWeight(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException notANumber) {
        return 1;
      }
    }

    int stars() {
      return (int) type.chars().filter(c -> c == '*').count();
    }
  }
}
