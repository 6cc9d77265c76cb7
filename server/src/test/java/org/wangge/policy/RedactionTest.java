package org.wangge.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @CsvSource({
    "联系 13873211234 张先生, 联系 138****1234 张先生",
    "电话138-7321-1234。, 电话138****1234。",
    "+86 13873211234, +86 138****1234",
    "身份证430302199003071234, 身份证430***************",
    "身份证43030219900307123X尾, 身份证430***************尾",
    "座机 0731-58221234, 座机 0731-****234",
    "12345 热线, 12345 热线",
    "没有数字, 没有数字"
  })
  void hidesPhoneAndIdentityNumbers(String given, String wanted) {
    assertEquals(wanted, Redaction.text(given));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "430302005003004",
        "430302001001001",
        "案件 W000093671",
        "2026-05-03T10:30:00+08:00",
        "112.905,27.865",
        "6222021901012345678901"
      })
  void leavesCodesTimesAndPlacesAlone(String text) {
    assertEquals(text, Redaction.text(text));
  }

  @ParameterizedTest
  @CsvSource({"王小明, 王**", "李, 李**", "'', **", "𠮷野家, 𠮷**"})
  void keepsTheFamilyName(String name, String wanted) {
    assertEquals(wanted, Redaction.name(name));
  }
}
