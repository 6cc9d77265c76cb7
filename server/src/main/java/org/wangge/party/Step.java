package org.wangge.party;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The four steps of a member in a building, in order; {@link #number} is what is stored and served,
 * 0 stands for nobody.
 */
public enum Step {
  ASSIGNED("进楼栋"),
  DISPLAYED("亮身份"),
  PLEDGED("做承诺"),
  FULFILLED("当先锋");

  private final String label;

  Step(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** 1 to 4. */
  public int number() {
    return ordinal() + 1;
  }

  /**
   * The step with a number.
   *
   * @throws IllegalArgumentException when it is not 1 to 4
   */
  public static Step of(int number) {
    if (number < 1 || number > values().length) {
      throw new IllegalArgumentException("a step is 1 to 4, not " + number);
    }
    return values()[number - 1];
  }

  /** By label or number. */
  public static Optional<Step> find(String text) {
    return Stream.of(values())
        .filter(step -> step.label.equals(text) || Integer.toString(step.number()).equals(text))
        .findFirst();
  }

  public static List<String> labels() {
    return Stream.of(values()).map(Step::label).toList();
  }
}
