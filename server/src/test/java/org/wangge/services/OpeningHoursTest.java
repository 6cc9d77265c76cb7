package org.wangge.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

  /** 2026-05-03 is a Sunday. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mo-Fr 09:00-12:00,13:30-17:00|2026-05-04T09:00|true",
        "Mo-Fr 09:00-12:00,13:30-17:00|2026-05-04T12:00|false",
        "Mo-Fr 09:00-12:00,13:30-17:00|2026-05-08T13:30|true",
        "Mo-Fr 09:00-12:00,13:30-17:00|2026-05-03T10:00|false",
        "Mo-Fr 09:00-17:00; Sa,Su 10:00-12:00|2026-05-03T11:59|true",
        "Mo-Su 09:00-17:00; Su off|2026-05-03T10:00|false",
        "Sa-Mo 09:00-17:00|2026-05-03T10:00|true",
        "Sa-Mo 09:00-17:00|2026-05-05T10:00|false",
        "24/7|2026-05-03T23:59|true",
        "Mo 20:00-24:00|2026-05-04T23:59|true"
      })
  void knowsWhenItIsOpen(String hours, LocalDateTime when, boolean open) {
    assertEquals(open, OpeningHours.of(hours).isOpenAt(when));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "always",
        "Mo-Fr",
        "Xx 09:00-10:00",
        "Mo 10:00-09:00",
        "Mo 09:00-25:00",
        "Mo 09:61-10:00",
        "09:00-17:00"
      })
  void refusesWhatIsNotOfTheForm(String hours) {
    assertThrows(IllegalArgumentException.class, () -> OpeningHours.of(hours));
  }

  @Test
  void unknownHoursAreNeverOpen() {
    assertFalse(OpeningHours.of(" ").isKnown());
    assertFalse(OpeningHours.of("").isOpenAt(LocalDateTime.parse("2026-05-04T10:00")));
  }
}
