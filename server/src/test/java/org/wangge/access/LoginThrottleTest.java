package org.wangge.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
  private static final OptionalLong AT_ONCE = OptionalLong.empty();

  private final MovableClock clock = new MovableClock();
  private final LoginThrottle throttle = new LoginThrottle(clock);

  private void fail(int times, String name, String address) {
    for (int i = 0; i < times; i++) {
      throttle.failed(name, address);
    }
  }

  @Test
  void fourMistakesAreFree() {
    fail(4, "li", "10.0.0.1");
    assertEquals(AT_ONCE, throttle.waitSeconds("li", "10.0.0.1"));
  }

  @Test
  void waitsDoubleUpToAQuarterOfAnHour() {
    fail(5, "li", "10.0.0.1");
    assertEquals(OptionalLong.of(1), throttle.waitSeconds("li", "10.0.0.1"));
    fail(1, "li", "10.0.0.1");
    assertEquals(OptionalLong.of(2), throttle.waitSeconds("li", "10.0.0.1"));
    fail(30, "li", "10.0.0.1");
    assertEquals(OptionalLong.of(900), throttle.waitSeconds("li", "10.0.0.1"));
  }

  @Test
  void theWaitPasses() {
    fail(6, "li", "10.0.0.1");
    clock.pass(Duration.ofSeconds(2));
    assertEquals(AT_ONCE, throttle.waitSeconds("li", "10.0.0.1"));
  }

  @Test
  void successForgives() {
    fail(6, "li", "10.0.0.1");
    throttle.succeeded("li", "10.0.0.1");
    assertEquals(AT_ONCE, throttle.waitSeconds("li", "10.0.0.1"));
  }

  @Test
  void othersAreNotHeldUpByOneAddress() {
    fail(40, "li", "10.0.0.1");
    assertEquals(AT_ONCE, throttle.waitSeconds("li", "10.0.0.2"));
    assertEquals(AT_ONCE, throttle.waitSeconds("wang", "10.0.0.1"));
  }

  @Test
  void anAddressThatTriesManyNamesWaitsAtAll() {
    for (int i = 0; i < 50; i++) {
      throttle.failed("name" + i, "10.0.0.1");
    }
    assertTrue(throttle.waitSeconds("another", "10.0.0.1").isPresent());
    assertEquals(AT_ONCE, throttle.waitSeconds("another", "10.0.0.2"));
  }

  @Test
  void aFloodInHisNameDoesNotLockTheOwnerOut() {
    throttle.succeeded("li", "10.0.0.1");
    for (int i = 0; i < 300; i++) {
      throttle.failed("li", "10.9." + i / 250 + "." + i % 250);
    }
    assertTrue(throttle.waitSeconds("li", "10.8.0.1").isPresent(), "a stranger waits");
    assertEquals(AT_ONCE, throttle.waitSeconds("li", "10.0.0.1"), "the owner does not");
  }
}
