package org.wangge.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wangge.access.OidcAttempts.Attempt;

/**
 * What is asked of the identity provider: where to send a browser, and whose name an authorization
 * code stands for. Its description of itself is read when first needed and kept for an hour, its
 * keys for minutes; a failure is not kept. All methods throw {@link OidcRefusal}.
 *
 * <p>An ID token counts when it is signed with a key of the provider (RSA or elliptic curve; never
 * {@code none} nor a shared secret), is of this issuer for this client, is not past its time (by
 * more than a minute) and carries the nonce of the sign-in.
 */
final class OidcProvider {
  private static final Duration KEPT = Duration.ofHours(1);

  private final OidcSettings settings;
  private final OidcHttp http = new OidcHttp();
  private final Cache<String, Description> descriptions =
      Caffeine.newBuilder().maximumSize(1).expireAfterWrite(KEPT).build();

  OidcProvider(OidcSettings settings) {
    this.settings = settings;
  }

  /** What the provider says of itself, and what checks its tokens. */
  private record Description(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

  String issuer() {
    return settings.issuer();
  }

  // What it is

  private Description description() {
    Description kept = descriptions.getIfPresent(settings.issuer());
    if (kept != null) {
      return kept;
    }
    Description found = discover();
    descriptions.put(settings.issuer(), found);
    return found;
  }

  private Description discover() {
    try {
      Issuer issuer = new Issuer(settings.issuer());
      HTTPResponse answer = new OIDCProviderConfigurationRequest(issuer).toHTTPRequest().send(http);
      answer.ensureStatusCode(HTTPResponse.SC_OK);
      OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(answer.getBodyAsJSONObject());
      requireUsable(metadata, issuer);
      return new Description(metadata, validator(metadata));
    } catch (IOException | ParseException failed) {
      throw unreachable(failed);
    }
  }

  private static void requireUsable(OIDCProviderMetadata metadata, Issuer issuer)
      throws ParseException {
    if (!metadata.getIssuer().equals(issuer)) {
      throw new ParseException("it calls itself " + metadata.getIssuer() + ", not " + issuer);
    }
    requireSafe("authorization_endpoint", metadata.getAuthorizationEndpointURI());
    requireSafe("token_endpoint", metadata.getTokenEndpointURI());
    requireSafe("jwks_uri", metadata.getJWKSetURI());
  }

  private static void requireSafe(String member, URI address) throws ParseException {
    if (address == null || !OidcSettings.isSafe(address)) {
      throw new ParseException("its " + member + " is no https address: " + address);
    }
  }

  private IDTokenValidator validator(OIDCProviderMetadata metadata) throws MalformedURLException {
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), http)
            .refreshAheadCache(false)
            .build();
    return new IDTokenValidator(
        metadata.getIssuer(),
        new ClientID(settings.clientId()),
        new JWSVerificationKeySelector<>(JWSAlgorithm.Family.SIGNATURE, keys),
        null);
  }

  private OidcRefusal unreachable(Exception failed) {
    return OidcRefusal.unreachable(
        settings.name(), "the provider cannot be used: " + failed.getMessage());
  }

  // What it is asked

  /** Where the browser goes to sign in. */
  URI destination(Attempt attempt) {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE, scope(), new ClientID(settings.clientId()), attempt.callback())
        .endpointURI(description().metadata().getAuthorizationEndpointURI())
        .state(new State(attempt.state()))
        .nonce(new Nonce(attempt.nonce()))
        .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  private Scope scope() {
    return settings.claim().equals("email")
        ? new Scope("openid", "email")
        : new Scope("openid", "profile");
  }

  /** The name of the account that the code stands for, as the provider writes it. */
  String name(Attempt attempt, String code) {
    JWT token = exchange(attempt, code);
    try {
      Nonce nonce = new Nonce(attempt.nonce());
      return Optional.ofNullable(
              description().validator().validate(token, nonce).getStringClaim(settings.claim()))
          .orElseThrow(this::nameless);
    } catch (KeySourceException unreadable) {
      throw unreachable(unreadable);
    } catch (BadJOSEException | JOSEException invalid) {
      throw OidcRefusal.of(
          settings.name() + "给出的身份证明无效。 The proof of who you are is not valid.",
          "the ID token is not valid: " + invalid.getMessage());
    }
  }

  private OidcRefusal nameless() {
    return OidcRefusal.of(
        settings.name() + "没有给出账号名。 The identity provider did not say your account name.",
        "the ID token has no text in the claim " + settings.claim());
  }

  /** The ID token for a code. */
  private JWT exchange(Attempt attempt, String code) {
    try {
      TokenResponse answer =
          OIDCTokenResponseParser.parse(request(attempt, code).toHTTPRequest().send(http));
      if (!answer.indicatesSuccess()) {
        throw codeRefused(answer.toErrorResponse().getErrorObject());
      }
      OIDCTokenResponse tokens = (OIDCTokenResponse) answer.toSuccessResponse();
      return Optional.ofNullable(tokens.getOIDCTokens().getIDToken())
          .orElseThrow(() -> new ParseException("no id_token"));
    } catch (IOException | ParseException failed) {
      throw unreachable(failed);
    }
  }

  private TokenRequest request(Attempt attempt, String code) {
    OIDCProviderMetadata metadata = description().metadata();
    return new TokenRequest.Builder(
            metadata.getTokenEndpointURI(),
            proof(metadata.getTokenEndpointAuthMethods()),
            new AuthorizationCodeGrant(
                new AuthorizationCode(code),
                attempt.callback(),
                new CodeVerifier(attempt.verifier())))
        .build();
  }

  /** The secret goes in the header, as every provider must take it, unless this one says not. */
  private ClientAuthentication proof(List<ClientAuthenticationMethod> taken) {
    ClientID id = new ClientID(settings.clientId());
    Secret secret = new Secret(settings.clientSecret());
    boolean inBody =
        taken != null
            && !taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            && taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    return inBody ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
  }

  private OidcRefusal codeRefused(ErrorObject error) {
    return OidcRefusal.of(
        settings.name() + "不接受这次登录的凭据。 The identity provider did not accept this sign-in.",
        "the provider refused the code: " + error.getHTTPStatusCode() + " " + error.getCode());
  }
}
