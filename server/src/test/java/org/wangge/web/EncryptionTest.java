package org.wangge.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.access.Access;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.territory.TestDistricts;

/** A whole server over https with PEM files made for the test. */
class EncryptionTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;

  private static Database database;
  private static WebServer server;
  private static HttpClient client;
  private static String password;

  @BeforeAll
  static void start() throws Exception {
    KeyStore rsa = makeKey("rsa", "RSA");
    makeKey("other", "RSA");
    makeKey("ec", "EC");
    makeKey("ed", "Ed25519");
    Files.writeString(folder.resolve("not-a.pem"), "this is no PEM file\n");
    Files.writeString(folder.resolve("empty.pem"), "");
    database = TestDatabases.h2();
    Access access =
        new Access(
            database,
            TestDistricts.territory(database),
            Access.Options.defaults(),
            Clock.systemUTC());
    password = access.createFirst().get("admin");
    server =
        WebServer.start(
            WebConfig.anyPort().withCertificate(files("rsa", "rsa")),
            access.gate(),
            access.routes());
    client = trusting(rsa);
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  /** A key and its certificate for this machine, as {@code NAME.pem} and {@code NAME.key.pem}. */
  private static KeyStore makeKey(String name, String kind) throws Exception {
    Path file = folder.resolve(name + ".p12");
    runKeytool(
        List.of(
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            kind,
            "-dname",
            "CN=localhost",
            "-ext",
            "san=ip:127.0.0.1,dns:localhost",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-storepass",
            new String(PASSWORD),
            "-keystore",
            file.toString()));
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    write(name + ".pem", "CERTIFICATE", store.getCertificate("server").getEncoded());
    write(name + ".key.pem", "PRIVATE KEY", store.getKey("server", PASSWORD).getEncoded());
    return store;
  }

  private static void runKeytool(List<String> arguments) throws Exception {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    ProcessBuilder builder = new ProcessBuilder(keytool.toString());
    builder.command().addAll(arguments);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), said);
  }

  private static void write(String name, String what, byte[] content) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
  }

  private static HttpClient trusting(KeyStore store) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("server"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static WebConfig.Certificate files(String chain, String key) {
    return new WebConfig.Certificate(
        folder.resolve(chain + ".pem"), folder.resolve(key + ".key.pem"));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.url() + path)).build(), BodyHandlers.ofString());
  }

  @Test
  void thePageComesOverHttpsAndBrowsersStayThere() throws Exception {
    assertTrue(server.url().startsWith("https://"));
    HttpResponse<String> response = get("/");
    assertEquals(200, response.statusCode());
    assertTrue(response.body().contains("<html"));
    assertEquals("TLSv1.3", response.sslSession().orElseThrow().getProtocol());
    assertEquals(
        "max-age=31536000",
        response.headers().firstValue("Strict-Transport-Security").orElse("none"));
  }

  @Test
  void theCookieOfASessionIsForHttpsAndThisHostAlone() throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/login"))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        JsonOut.text(Map.of("name", "admin", "password", password))))
                .build(),
            BodyHandlers.ofString());
    assertEquals(200, response.statusCode(), response.body());
    String cookie = response.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(cookie.startsWith("__Host-wangge_session="), cookie);
    assertTrue(cookie.endsWith("; Path=/; HttpOnly; SameSite=Strict; Secure"), cookie);
  }

  @Test
  void plainHttpIsNotSpokenThere() {
    URI plain = URI.create(server.url().replace("https:", "http:") + "/health");
    HttpRequest request = HttpRequest.newBuilder(plain).build();
    assertThrows(IOException.class, () -> client.send(request, BodyHandlers.ofString()));
  }

  @Test
  void aClientThatDoesNotTrustTheCertificateGoesAway() {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/health")).build();
    HttpClient stranger = HttpClient.newHttpClient();
    assertThrows(IOException.class, () -> stranger.send(request, BodyHandlers.ofString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ec", "ed"})
  void aKeyOnAnEllipticCurveWillDo(String name) {
    WebServer other =
        WebServer.start(WebConfig.anyPort().withCertificate(files(name, name)), List.of());
    other.close();
    assertTrue(other.url().startsWith("https://"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rsa no-such",
        "rsa other",
        "rsa ec",
        "ec rsa",
        "no-such rsa",
        "not-a rsa",
        "empty rsa"
      })
  void filesThatCannotBeUsedAreOneLineThatNamesThem(String pair) {
    String[] names = pair.split(" ");
    assertRefused(files(names[0], names[1]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-a.pem", "rsa.pem", "empty.pem"})
  void aFileThatIsNoKeyIsOneLineThatNamesIt(String name) {
    assertRefused(new WebConfig.Certificate(folder.resolve("rsa.pem"), folder.resolve(name)));
  }

  private static void assertRefused(WebConfig.Certificate files) {
    WebConfig config = WebConfig.anyPort().withCertificate(files);
    String message =
        assertThrows(IllegalArgumentException.class, () -> WebServer.start(config, List.of()))
            .getMessage();
    assertTrue(message.contains(files.chain().toString()), message);
    assertTrue(message.contains(files.key().toString()), message);
    assertFalse(message.contains("\n"), message);
    assertFalse(message.endsWith("null"), message);
  }
}
