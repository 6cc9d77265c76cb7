package org.wangge.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Numbers against BigDecimal, texts against Jackson. */
class JsonBytesTest {

  @Property(tries = 20_000)
  void aDegreeIsWrittenAsBigDecimalWould(
      @ForAll @DoubleRange(min = -180, max = 180) double degree,
      @ForAll @IntRange(max = 9) int decimals) {
    assertEquals(exact(degree, decimals), written(degree, decimals));
  }

  @Property(tries = 20_000)
  void anyDoubleIsWrittenAsBigDecimalWould(
      @ForAll double any, @ForAll @IntRange(max = 9) int decimals) {
    assertEquals(exact(any, decimals), written(any, decimals));
  }

  /** Values next to a tie, where multiplying by the power of ten can round to the wrong side. */
  @Property(tries = 20_000)
  void aNumberBesideATieIsWrittenAsBigDecimalWould(
      @ForAll @IntRange(min = -2_000_000_000, max = 2_000_000_000) int units,
      @ForAll @IntRange(min = -3, max = 3) int ulps,
      @ForAll @IntRange(min = 1, max = 8) int decimals) {
    double tie = (units + 0.5) / Math.pow(10, decimals);
    double beside = tie + ulps * Math.ulp(tie);
    assertEquals(exact(beside, decimals), written(beside, decimals));
  }

  @Property(tries = 2_000)
  void wholeNumbersAreWrittenAsTheyAre(@ForAll long number) {
    assertEquals(Long.toString(number), json(out -> out.number(number)));
  }

  @Property(tries = 2_000)
  void textsAreReadBackByJackson(@ForAll String text) throws IOException {
    String read = JsonOut.mapper().readValue(json(out -> out.text(text)), String.class);
    assertEquals(
        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .replace('?', '\uFFFD'),
        read.replace('?', '\uFFFD'));
  }

  @Test
  void zerosAndNonsense() {
    assertEquals("0", written(-0.0, 3));
    assertEquals("0", written(-0.0004, 3));
    assertEquals("112.9", written(112.90000000, 8));
    assertEquals("100", written(100, 3));
    assertEquals("null", written(Double.NaN, 3));
    assertEquals("null", written(Double.NEGATIVE_INFINITY, 3));
    assertEquals("null", json(out -> out.number(Double.NaN)));
    assertEquals("12", json(out -> out.number(12.0)));
    assertEquals("0.25", json(out -> out.number(0.25)));
  }

  @Test
  void commasComeByThemselves() throws IOException {
    String text =
        json(
            out ->
                out.beginObject()
                    .name("a")
                    .beginArray()
                    .number(1)
                    .number(2L)
                    .beginObject()
                    .endObject()
                    .endArray()
                    .name("b")
                    .value(Map.of("k", Arrays.asList(null, true, "引\"\n", 1.5)))
                    .name("c")
                    .nothing()
                    .endObject());
    assertEquals(
        "{\"a\":[1,2,{}],\"b\":{\"k\":[null,true,\"引\\\"\\u000a\",1.5]},\"c\":null}", text);
    assertEquals(
        List.of(1, 2),
        JsonOut.mapper()
            .convertValue(JsonOut.mapper().readTree(text).get("a"), List.class)
            .subList(0, 2));
  }

  private static String exact(double number, int decimals) {
    BigDecimal rounded = new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String written(double number, int decimals) {
    return json(out -> out.decimal(number, decimals));
  }

  static String json(java.util.function.Consumer<JsonBytes> writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonBytes out = new JsonBytes(bytes);
    writing.accept(out);
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
