package org.wangge.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void aHashIsArgon2idInThePhcForm() {
    assertTrue(passwords.hash("correct horse").startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
  }

  @Test
  void aPasswordMatchesItsOwnHashAlone() {
    String hash = passwords.hash("correct horse");
    assertTrue(passwords.matches("correct horse", Optional.of(hash)));
    assertFalse(passwords.matches("correct horsE", Optional.of(hash)));
    assertFalse(passwords.matches("", Optional.of(hash)));
  }

  @Test
  void equalPasswordsHaveDifferentHashes() {
    assertNotEquals(passwords.hash("correct horse"), passwords.hash("correct horse"));
  }

  @Test
  void nothingMatchesAnAccountWithoutAPassword() {
    assertFalse(passwords.matches("", Optional.of("")));
    assertFalse(passwords.matches("anything", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"short", "aaaaaaaaaaaaaa", "1212121212121212", "Password2026!", "li.ming-2026!"})
  void weakOnesAreObjectedTo(String password) {
    assertTrue(Passwords.findObjection(password, "li.ming").isPresent());
  }

  @Test
  void aLongOneOfOnesOwnWillDo() {
    assertEquals(Optional.empty(), Passwords.findObjection("雨湖 公园 散步 三点半", "li.ming"));
  }

  @Test
  void oneTimePasswordsAreLongAndNeverTheSame() {
    assertEquals(16, Passwords.oneTime().length());
    assertNotEquals(Passwords.oneTime(), Passwords.oneTime());
  }
}
