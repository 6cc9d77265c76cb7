package org.wangge.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.access.Access;
import org.wangge.access.MovableClock;
import org.wangge.db.Database;
import org.wangge.policy.Role;
import org.wangge.territory.Buildings;
import org.wangge.territory.InForce;
import org.wangge.territory.Redraw;
import org.wangge.territory.TestDistricts;
import org.wangge.web.JsonOut;
import org.wangge.web.WebConfig;

/**
 * The whole server as it runs, on a chessboard of four townships, with accounts and tokens of every
 * role in the first township ({@code auditor-in}) and in the last ({@code auditor-out}), and cases,
 * members and service points in both, all of it made through the API.
 */
final class AttackedServer implements AutoCloseable {
  static final String INSIDE = TestDistricts.CODE + "001";
  static final String OUTSIDE = TestDistricts.CODE + "004";
  static final String GRID_INSIDE = TestDistricts.gridCode(0);
  static final String GRID_OUTSIDE = TestDistricts.gridCode(63);
  static final String PHONE = "13812345678";
  static final String IDENTITY = "430304199001011234";
  static final String REPORT_TEXT = "某人某事举报原文";
  static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'";

  private static final List<String> TABLES =
      List.of(
          "account",
          "account_grant",
          "api_token",
          "case_event",
          "service_point",
          "party_member",
          "party_assignment",
          "check_run",
          "publication");

  final MovableClock clock = new MovableClock();
  final App app;
  final RawHttp http;
  final Map<String, String> passwords = new LinkedHashMap<>();
  final Map<String, Long> accountIds = new LinkedHashMap<>();
  private final Database database;
  private Login admin;
  private final Map<String, String> tokens = new LinkedHashMap<>();

  /**
   * A session.
   *
   * @param cookie the whole header line
   * @param csrf the whole header line
   */
  record Login(String cookie, String csrf) {}

  /** Settings of one server. */
  static Config config(boolean publicMap, Set<String> trustedProxies) {
    Access.Options usual = Access.Options.defaults();
    return new Config(
        0,
        "127.0.0.1",
        "",
        "",
        "",
        directory(),
        true,
        "",
        new Access.Options(Optional.of(publicMap), usual.idle(), usual.absolute(), 1_000_000),
        1_000_000,
        trustedProxies,
        Optional.empty());
  }

  /** For the key that certificates are signed with; everything else is in the database. */
  private static Path directory() {
    try {
      Path directory = Files.createTempDirectory("wangge-attacked");
      directory.resolve("certificate.key").toFile().deleteOnExit();
      directory.toFile().deleteOnExit();
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AttackedServer open(Database database) {
    return new AttackedServer(database, config(false, WebConfig.LOOPBACK));
  }

  AttackedServer(Database database, Config config) {
    this.database = database;
    this.app = App.open(config, database, clock);
    InForce founded = app.territory().publishFirst(TestDistricts.chessboard(16));
    app.territory()
        .publish(Redraw.of(founded).rename(5, "改名网格").from(TestDistricts.FIRST_DAY.plusYears(1)));
    String first = app.access().createFirst().get("admin");
    this.http = new RawHttp(app.serve(config).port());
    this.admin = ownPassword(login("admin", first), first, "correct horse battery");
    passwords.put("admin", "correct horse battery");
    for (Role role : Role.values()) {
      tokens.put(role.code() + "-in", makeToken(role.code(), INSIDE));
      tokens.put(role.code() + "-out", makeToken(role.code(), OUTSIDE));
      makeAccount(role.code() + "-in", role.code(), INSIDE);
    }
    fill();
  }

  // Signing in

  Login login(String name, String password, String... lines) {
    RawHttp.Answer answer = tryLogin(name, password, lines);
    require(answer, 200);
    return loginOf(answer);
  }

  RawHttp.Answer tryLogin(String name, String password, String... lines) {
    return http.send(
        "POST", "/api/v1/login", JsonOut.text(Map.of("name", name, "password", password)), lines);
  }

  private static Login loginOf(RawHttp.Answer answer) {
    String cookie = answer.header("Set-Cookie").split(";", 2)[0];
    return new Login("Cookie: " + cookie, "X-CSRF-Token: " + json(answer).path("csrf").asText());
  }

  /** Changes a one-time password; the session it came in with is gone. */
  Login ownPassword(Login login, String current, String next) {
    RawHttp.Answer answer =
        http.send(
            "POST",
            "/api/v1/password",
            JsonOut.text(Map.of("current", current, "next", next)),
            login.cookie(),
            login.csrf());
    require(answer, 200);
    return loginOf(answer);
  }

  /** A new account with a password of its own. */
  void makeAccount(String name, String role, String scope) {
    JsonNode made =
        json(
            asAdmin(
                "POST",
                "/api/v1/accounts",
                JsonOut.text(
                    Map.of(
                        "name",
                        name,
                        "displayName",
                        name + SCRIPT,
                        "grants",
                        List.of(Map.of("role", role, "scope", scope))))));
    passwords.put(name, made.path("password").asText());
    accountIds.put(name, made.path("account").path("id").asLong());
  }

  /** A signed-in session of an account made with {@link #makeAccount}, past its first password. */
  Login enter(String name) {
    String password = passwords.get(name);
    String next = password.startsWith("own ") ? password : "own " + password;
    Login login = login(name, password);
    passwords.put(name, next);
    return next.equals(password) ? login : ownPassword(login, password, next);
  }

  String makeToken(String role, String scope) {
    RawHttp.Answer made =
        asAdmin(
            "POST",
            "/api/v1/tokens",
            JsonOut.text(
                Map.of("name", role + "@" + scope, "role", role, "scope", scope, "days", 30)));
    require(made, 201);
    return "Authorization: Bearer " + json(made).path("secret").asText();
  }

  RawHttp.Answer asAdmin(String method, String path, String body, String... lines) {
    return http.send(method, path, body, with(lines, admin.cookie(), admin.csrf()));
  }

  static String[] with(String[] lines, String... more) {
    return Stream.concat(Stream.of(lines), Stream.of(more)).toArray(String[]::new);
  }

  /** The header lines of somebody: {@code anonymous}, {@code admin}, {@code auditor-in} … */
  List<String> lines(String who) {
    return switch (who) {
      case "anonymous" -> List.of();
      case "admin" -> List.of(admin.cookie(), admin.csrf());
      default -> List.of(Optional.ofNullable(tokens.get(who)).orElseThrow());
    };
  }

  RawHttp.Answer as(String who, String method, String path, String body, String... lines) {
    return http.send(method, path, body, with(lines, lines(who).toArray(String[]::new)));
  }

  // What is in it

  /** A place on a building of a grid, as two columns. */
  String place(int zone) {
    InForce now = app.territory().inForce();
    Coordinate at = now.buildings().lonLat(now.buildings().inZone(zone)[0]);
    return at.x + "," + at.y;
  }

  /** The first building of a grid. */
  String building(int zone) {
    Buildings buildings = app.territory().inForce().buildings();
    return buildings.get(buildings.inZone(zone)[0]).id();
  }

  private void fill() {
    String say = "\"" + (SCRIPT.replace("\"", "\"\"")) + "\"";
    String person = "电话" + PHONE + "证件" + IDENTITY;
    imports("cases", "编号,小类,标题,说明,来源,上报时间,经度,纬度", caseRows(say, person));
    imports(
        "services",
        "编号,类型,名称,地址,经度,纬度",
        List.of("S1,综合窗口," + say + "," + say + "," + place(0), "S2,综合窗口,乙,," + place(63)));
    imports(
        "party",
        "姓名,党支部,楼栋,进楼栋日期,承诺内容",
        List.of(
            "王小明," + say + "," + building(0) + ",2025-01-01," + say,
            "李大勇,二支部," + building(63) + ",2025-01-01,"));
    require(asAdmin("POST", "/api/v1/checks", ""), 201);
  }

  private List<String> caseRows(String say, String person) {
    return List.of(
        "IN-1,0102," + say + "," + person + ",城管,2026-03-01 08:00," + place(0),
        "OUT-1,0102,外面," + person + ",城管,2026-03-01 08:00," + place(63),
        "REP-1,2601,举报," + REPORT_TEXT + person + ",举报箱,2026-03-01 08:00," + place(0),
        "REP-2,2699,举报," + REPORT_TEXT + ",举报箱,2026-03-01 08:00," + place(63));
  }

  private void imports(String what, String head, List<String> rows) {
    RawHttp.Answer answer =
        asAdmin(
            "POST",
            "/api/v1/" + what + "/import?coordinates=wgs84&allOrNothing=true",
            head + "\n" + String.join("\n", rows) + "\n",
            "Content-Type: text/csv");
    require(answer, 200);
  }

  /** The id of a case by its code, whoever may see it. */
  long caseId(String code) {
    return database.read(
        handle ->
            handle
                .createQuery("select id from case_event where code = :code")
                .bind("code", code)
                .mapTo(Long.class)
                .one());
  }

  /** Equal as long as nothing of worth was written. */
  String fingerprint() {
    return database.read(
        handle ->
            TABLES.stream()
                    .map(
                        table ->
                            table
                                + handle
                                    .createQuery("select count(*) from " + table)
                                    .mapTo(Long.class)
                                    .one())
                    .collect(Collectors.joining(" "))
                + handle
                    .createQuery("select sum(version) from account where name not like 'guest%'")
                    .mapTo(Long.class)
                    .one()
                + handle
                    .createQuery("select count(*) from api_token where revoked_at is not null")
                    .mapTo(Long.class)
                    .one());
  }

  Database database() {
    return database;
  }

  /** Time passes, and the administrator signs in anew. */
  void later(Duration time) {
    clock.pass(time);
    admin = login("admin", passwords.get("admin"));
  }

  Login admin() {
    return admin;
  }

  /** What somebody shows, a cookie or a token, without what a write needs besides. */
  String token(String who) {
    return Optional.ofNullable(tokens.get(who)).orElseThrow();
  }

  static JsonNode json(RawHttp.Answer answer) {
    try {
      return JsonOut.mapper().readTree(answer.body());
    } catch (IOException notJson) {
      throw new UncheckedIOException(answer.all(), notJson);
    }
  }

  static RawHttp.Answer require(RawHttp.Answer answer, int status) {
    if (answer.status() != status) {
      throw new AssertionError("expected " + status + " but got " + answer.all());
    }
    return answer;
  }

  /** All routes the server has. */
  List<String> routes() {
    return new ArrayList<>(app.server().routes());
  }

  @Override
  public void close() {
    app.close();
  }
}
