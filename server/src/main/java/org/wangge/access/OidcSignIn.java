package org.wangge.access;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.OidcAttempts.Attempt;

/**
 * Signing in by the identity provider: authorization code flow with PKCE, state and nonce. The name
 * it proves must be that of an account that exists; none is made. A one-time password that was
 * given to the account need not be changed for that, it is not used. Every refusal is noted in the
 * audit trail.
 *
 * <p>Signing out ends the session here, never the one at the provider: that one belongs to all
 * applications of the district, and is out of scope.
 */
final class OidcSignIn {
  private static final int LONGEST_SHOWN = 100;

  private final OidcProvider provider;
  private final OidcAttempts attempts;
  private final AccountStore accounts;
  private final SignIn signIn;

  OidcSignIn(OidcProvider provider, OidcAttempts attempts, AccountStore accounts, SignIn signIn) {
    this.provider = provider;
    this.attempts = attempts;
    this.accounts = accounts;
    this.signIn = signIn;
  }

  /**
   * A sign-in sent on its way.
   *
   * @param cookie what the browser must bring back
   * @param destination at the provider
   */
  record Begun(String cookie, URI destination) {}

  /** A sign-in that succeeded, and the local path to go on with. */
  record Done(Sessions.Opened opened, String returnPath) {}

  /**
   * @param callback the address of this server that the provider sends the browser to
   * @param returnPath where to go when all is done
   */
  Begun begin(URI callback, String returnPath, String address) {
    try {
      Attempt attempt = attempts.make(callback, returnPath);
      URI destination = provider.destination(attempt);
      return new Begun(attempts.keep(attempt), destination);
    } catch (OidcRefusal refused) {
      throw noted(refused, address);
    }
  }

  /**
   * @param cookie what the browser brought back
   * @param answer the query the provider sent it with
   */
  Done finish(Optional<String> cookie, Map<String, List<String>> answer, String address) {
    try {
      Attempt attempt = cookie.flatMap(attempts::take).orElseThrow(OidcSignIn::tooLate);
      String code = code(attempt, answer);
      Account account = account(provider.name(attempt, code));
      return new Done(signIn.open(account, address), attempt.returnPath());
    } catch (OidcRefusal refused) {
      throw noted(refused, address);
    }
  }

  private OidcRefusal noted(OidcRefusal refused, String address) {
    String subject =
        Optional.ofNullable(refused.problem().value())
            .map(name -> "account " + name)
            .orElse("identity provider");
    signIn.refused(subject, refused.why(), address);
    return refused;
  }

  private static OidcRefusal tooLate() {
    return OidcRefusal.of(
        "这次登录已过期或已经用过。 This sign-in has expired or was used already.",
        "no sign-in under way goes with the cookie");
  }

  /** The code of an answer that belongs to this sign-in. */
  private String code(Attempt attempt, Map<String, List<String>> answer) {
    if (!Secrets.same(attempt.state(), find(answer, "state").orElse(""))) {
      throw foreign("the state is not that of this sign-in");
    }
    if (find(answer, "iss").filter(given -> !given.equals(provider.issuer())).isPresent()) {
      throw foreign("the answer is from another issuer");
    }
    if (answer.containsKey("error")) {
      throw declined(find(answer, "error").orElse(""));
    }
    return find(answer, "code").orElseThrow(() -> foreign("the answer has no code"));
  }

  private static Optional<String> find(Map<String, List<String>> answer, String name) {
    return Optional.ofNullable(answer.get(name))
        .filter(values -> values.size() == 1)
        .map(values -> values.get(0))
        .filter(value -> !value.isEmpty());
  }

  private static OidcRefusal foreign(String why) {
    return OidcRefusal.of("收到的应答不属于这次登录。 The answer does not belong to this sign-in.", why);
  }

  private static OidcRefusal declined(String error) {
    String words =
        error.equals("access_denied")
            ? "登录被取消或未获许可。 Signing in was cancelled or not allowed."
            : "身份认证方拒绝了这次登录。 The identity provider declined.";
    return OidcRefusal.of(words, "the provider answered " + error);
  }

  private Account account(String given) {
    String name = lowerCase(given);
    Account account = accounts.findByName(name).orElseThrow(() -> unknown(name));
    if (account.disabled()) {
      throw OidcRefusal.ofName(
          name,
          "账号“" + name + "”已停用。 The account \"" + name + "\" is disabled.",
          "请联系管理员启用。 Ask your administrator to enable it.",
          "the account is disabled");
    }
    return account;
  }

  /**
   * Other letters stay as they are: some become those of the Latin alphabet in lower case, and with
   * them somebody else's name.
   */
  private static String lowerCase(String name) {
    return name.chars().allMatch(each -> each < 128) ? name.toLowerCase(Locale.ROOT) : name;
  }

  private static OidcRefusal unknown(String name) {
    String shown = name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
    return OidcRefusal.ofName(
        shown,
        "本系统没有账号“" + shown + "”。 There is no account \"" + shown + "\" here.",
        "请联系管理员开通这个账号。 Ask your administrator to make it.",
        "there is no such account");
  }
}
