package org.wangge.access;

import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
import org.wangge.web.ProblemKind;

/** Signing in by the identity provider came to nothing: words for people, and why for the audit. */
final class OidcRefusal extends ProblemException {
  private static final long serialVersionUID = 1;
  private static final String AGAIN = "请重新登录；仍不成功请联系管理员。 Begin again, or ask your administrator.";

  private final String why;

  private OidcRefusal(Problem problem, String why) {
    super(problem);
    this.why = why;
  }

  /**
   * The sign-in is refused.
   *
   * @param words what a person should know
   * @param why for the audit trail, in English
   */
  static OidcRefusal of(String words, String why) {
    return new OidcRefusal(Problem.of(ProblemKind.SIGN_IN_FAILED, words).withRemedy(AGAIN), why);
  }

  /** The provider proved a name, but nobody may sign in here by it. */
  static OidcRefusal ofName(String name, String words, String remedy, String why) {
    return new OidcRefusal(
        Problem.of(ProblemKind.SIGN_IN_FAILED, words).withValue(name).withRemedy(remedy), why);
  }

  /** The provider cannot be reached, or says what cannot be understood. */
  static OidcRefusal unreachable(String provider, String why) {
    String words = provider + "暂时无法使用。 The identity provider cannot be used at present.";
    return new OidcRefusal(
        Problem.of(ProblemKind.UNAVAILABLE, words)
            .withRemedy("请稍后再试，或用账号和口令登录。 Try again later, or sign in with a password."),
        why);
  }

  /** Why, for the audit trail. */
  String why() {
    return why;
  }
}
