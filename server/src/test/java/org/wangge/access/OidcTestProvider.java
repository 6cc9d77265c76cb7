package org.wangge.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.wangge.web.JsonOut;

/**
 * An identity provider on this machine that signs everybody in at once. It checks what a provider
 * checks (client, redirect address, PKCE, that a code is used once) and can be told to misbehave.
 */
final class OidcTestProvider implements AutoCloseable {
  static final String CLIENT = "wangge";
  static final String SECRET = "a secret: of 32 characters & more";

  private static final RSAKey KEY = key("1");
  private static final RSAKey FOREIGN_KEY = key("1");

  private final HttpServer server;
  private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
  private final AtomicInteger discoveries = new AtomicInteger();

  /** What the claims say; the usual ones are there already. */
  volatile UnaryOperator<JWTClaimsSet.Builder> claims;

  /** How they become a token. */
  volatile Function<JWTClaimsSet, String> seal;

  /** What the browser brings back, beside state. */
  volatile UnaryOperator<Map<String, String>> answer;

  /** Whether its description cannot be had. */
  volatile boolean down;

  /** Whether its description is elsewhere. */
  volatile boolean moved;

  /** What its description calls it. */
  volatile String issuer;

  OidcTestProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
    behave();
    server.createContext("/.well-known/openid-configuration", this::discover);
    server.createContext("/moved", exchange -> json(exchange, 200, description()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/jwks", exchange -> text(exchange, new JWKSet(KEY).toString()));
    server.start();
  }

  /** As a provider should, from now on. */
  void behave() {
    claims = UnaryOperator.identity();
    seal = OidcTestProvider::signed;
    answer = UnaryOperator.identity();
    down = false;
    moved = false;
    issuer = address();
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException failed) {
      throw new AssertionError(failed);
    }
  }

  /** Where it is, and what it is called unless told otherwise. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How often its description was asked for. */
  int discoveries() {
    return discoveries.get();
  }

  void says(String claim, Object value) {
    claims = builder -> builder.claim(claim, value);
  }

  private void discover(HttpExchange exchange) throws IOException {
    discoveries.incrementAndGet();
    if (moved) {
      exchange.getResponseHeaders().set("Location", address() + "/moved");
    }
    json(exchange, down ? 500 : moved ? 302 : 200, description());
  }

  private Map<String, Object> description() {
    return Map.of(
        "issuer",
        issuer,
        "authorization_endpoint",
        address() + "/authorize",
        "token_endpoint",
        address() + "/token",
        "jwks_uri",
        address() + "/jwks",
        "subject_types_supported",
        List.of("public"),
        "response_types_supported",
        List.of("code"),
        "id_token_signing_alg_values_supported",
        List.of("RS256"));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
    boolean right =
        CLIENT.equals(query.get("client_id"))
            && "code".equals(query.get("response_type"))
            && "S256".equals(query.get("code_challenge_method"))
            && List.of(query.get("scope").split(" ")).contains("openid")
            && query.get("redirect_uri").endsWith("/api/v1/oidc/callback");
    if (!right) {
      json(exchange, 400, query);
      return;
    }
    String code = UUID.randomUUID().toString();
    asked.put(code, query);
    Map<String, String> given = new HashMap<>();
    given.put("code", code);
    given.put("state", query.get("state"));
    given.put("iss", address());
    redirect(exchange, query.get("redirect_uri"), answer.apply(given));
  }

  private static void redirect(HttpExchange exchange, String to, Map<String, String> query)
      throws IOException {
    StringBuilder place = new StringBuilder(to);
    query.forEach(
        (name, value) ->
            place
                .append(place.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    exchange.getResponseHeaders().set("Location", place.toString());
    json(exchange, 302, Map.of());
  }

  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form = form(body);
    if (!proof().equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      json(exchange, 401, Map.of("error", "invalid_client"));
      return;
    }
    Map<String, String> query = asked.remove(form.getOrDefault("code", ""));
    boolean right =
        query != null
            && "authorization_code".equals(form.get("grant_type"))
            && query.get("redirect_uri").equals(form.get("redirect_uri"))
            && query.get("code_challenge").equals(challenge(form.get("code_verifier")));
    if (!right) {
      json(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    json(
        exchange,
        200,
        Map.of(
            "access_token",
            "opaque",
            "token_type",
            "Bearer",
            "expires_in",
            60,
            "id_token",
            seal.apply(claims.apply(usual(query.get("nonce"))).build())));
  }

  private static String proof() {
    String pair = CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new AssertionError(everyJdkHasIt);
    }
  }

  private JWTClaimsSet.Builder usual(String nonce) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(address())
        .audience(CLIENT)
        .subject("7")
        .claim("nonce", nonce)
        .claim("preferred_username", "planner")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)));
  }

  static String signed(JWTClaimsSet claims) {
    return signed(claims, KEY);
  }

  /** By a key of the right name that is not the provider's. */
  static String signedByAnother(JWTClaimsSet claims) {
    return signed(claims, FOREIGN_KEY);
  }

  private static String signed(JWTClaimsSet claims, RSAKey key) {
    try {
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException failed) {
      throw new AssertionError(failed);
    }
  }

  /** With what both sides know, which this server does not take as a signature. */
  static String signedBySecret(JWTClaimsSet claims) {
    try {
      SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      token.sign(new MACSigner(SECRET));
      return token.serialize();
    } catch (JOSEException failed) {
      throw new AssertionError(failed);
    }
  }

  static String unsigned(JWTClaimsSet claims) {
    return new PlainJWT(claims).serialize();
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new HashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  private static void json(HttpExchange exchange, int status, Object body) throws IOException {
    send(exchange, status, JsonOut.bytes(body));
  }

  private static void text(HttpExchange exchange, String body) throws IOException {
    send(exchange, 200, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
