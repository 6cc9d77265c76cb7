package org.wangge.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RedactionLawsTest {

  @Property
  void noMobileNumberIsLeftWhole(
      @ForAll @IntRange(min = 3, max = 9) int second,
      @ForAll @IntRange(min = 0, max = 999_999_999) int rest) {
    String number = "1" + second + String.format("%09d", rest);
    assertFalse(Redaction.text("请打" + number + "找他").contains(number));
  }

  @Property
  void hidingTwiceIsHidingOnce(@ForAll String text) {
    assertEquals(Redaction.text(text), Redaction.text(Redaction.text(text)));
  }
}
