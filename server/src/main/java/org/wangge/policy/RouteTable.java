package org.wangge.policy;

import static org.wangge.policy.Right.ACCOUNT_MANAGE;
import static org.wangge.policy.Right.AUDIT_READ;
import static org.wangge.policy.Right.BUILDING_READ;
import static org.wangge.policy.Right.CASE_IMPORT;
import static org.wangge.policy.Right.CASE_READ;
import static org.wangge.policy.Right.DRAFT_APPROVE;
import static org.wangge.policy.Right.DRAFT_COMMENT;
import static org.wangge.policy.Right.DRAFT_EDIT;
import static org.wangge.policy.Right.DRAFT_READ;
import static org.wangge.policy.Right.FINDING_READ;
import static org.wangge.policy.Right.LIVE_LISTEN;
import static org.wangge.policy.Right.MAP_LOCATE_MANY;
import static org.wangge.policy.Right.MAP_READ;
import static org.wangge.policy.Right.PARTY_COUNT;
import static org.wangge.policy.Right.PARTY_IMPORT;
import static org.wangge.policy.Right.PARTY_READ;
import static org.wangge.policy.Right.PLAN_CHECK;
import static org.wangge.policy.Right.POINT_IMPORT;
import static org.wangge.policy.Right.POINT_READ;
import static org.wangge.policy.Right.REPORT_READ;
import static org.wangge.policy.Right.REVIEW_SETTLE;
import static org.wangge.policy.Right.SERVER_WATCH;
import static org.wangge.policy.Right.TOKEN_MANAGE;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which right each route asks for, and each collection of {@code /ogc}. A server does not start
 * with a route or a collection that is not here.
 */
public final class RouteTable {

  /** What a route asks of its viewer. */
  public enum Need {
    /** Nothing: the health of the server, signing in. */
    NOTHING,
    /** To be signed in, whatever the roles. */
    SIGNED_IN,
    /** The right of the line. */
    RIGHT,
    /** The right of the collection that the path names. */
    COLLECTION
  }

  /**
   * One line.
   *
   * @param right null unless the need is {@link Need#RIGHT}
   */
  private record Line(Need need, Optional<Right> right) {}

  private static final Map<String, Line> ROUTES = new LinkedHashMap<>();
  private static final Map<String, Right> COLLECTIONS = new LinkedHashMap<>();

  /** Routes of those rights that answer with figures or descriptions, in which nobody stands. */
  private static final Set<String> WITHOUT_PERSONS =
      Set.of(
          "GET /api/v1/cases/heat",
          "GET /api/v1/cases/choropleth",
          "GET /api/v1/cases/histogram",
          "GET /api/v1/cases/categories",
          "GET /ogc/collections/{collection}",
          "GET /ogc/collections/{collection}/queryables",
          "GET /ogc/collections/{collection}/schema");

  /** Rights whose answers may tell persons apart, with the right to see them unmasked. */
  private static final Map<Right, Right> PERSONAL =
      Map.of(
          CASE_READ, Right.CASE_READ_PERSONAL,
          PARTY_READ, Right.PARTY_READ_PERSONAL,
          REPORT_READ, REPORT_READ);

  static {
    open("GET /health", "GET /health/live", "GET /health/ready", "GET /problems");
    open("GET /api/v1/session", "POST /api/v1/login", "POST /api/v1/logout");
    open("GET /api/v1/oidc/start", "GET /api/v1/oidc/callback");
    signedIn("POST /api/v1/password", "GET /api/v1/roles");

    to(MAP_READ, "GET /ogc", "GET /ogc/conformance", "GET /ogc/api", "GET /ogc/collections");
    collection("GET /ogc/collections/{collection}");
    collection("GET /ogc/collections/{collection}/queryables");
    collection("GET /ogc/collections/{collection}/schema");
    collection("GET /ogc/collections/{collection}/items");
    collection("GET /ogc/collections/{collection}/items/{item}");

    to(MAP_READ, "GET /api/v1/map", "GET /api/v1/search", "GET /api/v1/district");
    to(MAP_READ, "GET /api/v1/locate", "GET /api/v1/grids/{code}", "GET /api/v1/selfcheck");
    to(MAP_READ, "GET /api/v1/publications/{n}/documents/{name}", "GET /api/v1/certificate-key");
    to(MAP_READ, "GET /api/v1/publications/{n}/certificate.json");
    to(MAP_READ, "GET /api/v1/publications/{n}/certificate.pdf");
    to(MAP_READ, "GET /api/v1/grids/{code}/history", "GET /api/v1/compare");
    to(MAP_READ, "GET /api/v1/publications", "GET /api/v1/publications/{number}");
    to(MAP_LOCATE_MANY, "POST /api/v1/locate");
    to(BUILDING_READ, "GET /api/v1/map/buildings");

    to(CASE_READ, "GET /api/v1/cases", "GET /api/v1/cases/{id}");
    to(CASE_READ, "GET /api/v1/cases/heat", "GET /api/v1/cases/choropleth");
    to(CASE_READ, "GET /api/v1/cases/histogram", "GET /api/v1/cases/categories");
    to(CASE_IMPORT, "POST /api/v1/cases/import");
    to(REPORT_READ, "GET /api/v1/reports", "GET /api/v1/reports/{id}");

    to(PARTY_COUNT, "GET /api/v1/party/buildings");
    to(PARTY_READ, "GET /api/v1/party/buildings/{id}");
    to(PARTY_IMPORT, "POST /api/v1/party/import");

    to(POINT_READ, "GET /api/v1/services/points", "GET /api/v1/services/points/{id}");
    to(POINT_READ, "GET /api/v1/services/nearest");
    to(POINT_IMPORT, "POST /api/v1/services/import");

    to(PLAN_CHECK, "POST /api/v1/checks");
    to(FINDING_READ, "GET /api/v1/checks/latest", "GET /api/v1/checks/{id}");
    to(FINDING_READ, "GET /api/v1/findings");
    to(LIVE_LISTEN, "GET /api/v1/events");

    to(DRAFT_READ, "GET /api/v1/drafts", "GET /api/v1/drafts/{id}", "GET /api/v1/livewire");
    to(DRAFT_READ, "GET /api/v1/drafts/{id}/map", "GET /api/v1/drafts/{id}/scores");
    to(DRAFT_READ, "GET /api/v1/drafts/{id}/grids", "GET /api/v1/drafts/{id}/diff");
    to(DRAFT_READ, "GET /api/v1/drafts/{id}/impact", "GET /api/v1/drafts/{id}/findings");
    to(DRAFT_READ, "GET /api/v1/drafts/{id}/comments");
    to(DRAFT_COMMENT, "POST /api/v1/drafts/{id}/comments");
    to(DRAFT_READ, "POST /api/v1/drafts/{id}/preview");
    to(DRAFT_READ, "GET /api/v1/drafts/{id}/documents/{name}");
    to(DRAFT_EDIT, "POST /api/v1/drafts", "POST /api/v1/drafts/{id}/ops");
    to(DRAFT_EDIT, "POST /api/v1/drafts/{id}/undo", "POST /api/v1/drafts/{id}/redo");
    to(DRAFT_EDIT, "POST /api/v1/drafts/{id}/adopt", "POST /api/v1/drafts/{id}/rebase");
    to(DRAFT_EDIT, "POST /api/v1/drafts/{id}/submit", "POST /api/v1/drafts/{id}/withdraw");
    to(DRAFT_APPROVE, "POST /api/v1/drafts/{id}/approve", "POST /api/v1/drafts/{id}/reject");
    to(DRAFT_APPROVE, "POST /api/v1/drafts/{id}/publish", "POST /api/v1/drafts/{id}/archive");
    to(DRAFT_READ, "GET /api/v1/review");
    to(REVIEW_SETTLE, "PUT /api/v1/review");

    to(ACCOUNT_MANAGE, "GET /api/v1/accounts", "POST /api/v1/accounts");
    to(ACCOUNT_MANAGE, "GET /api/v1/accounts/{id}", "PATCH /api/v1/accounts/{id}");
    to(ACCOUNT_MANAGE, "POST /api/v1/accounts/{id}/password");
    to(TOKEN_MANAGE, "GET /api/v1/tokens", "POST /api/v1/tokens", "DELETE /api/v1/tokens/{id}");
    to(AUDIT_READ, "GET /api/v1/audit", "GET /api/v1/audit/verification");
    to(SERVER_WATCH, "GET /metrics");

    for (String id : Set.of("townships", "communities", "grids", "blocks", "streets")) {
      COLLECTIONS.put(id, MAP_READ);
    }
    COLLECTIONS.put("buildings", BUILDING_READ);
    COLLECTIONS.put("service-points", POINT_READ);
    COLLECTIONS.put("cases", CASE_READ);
    COLLECTIONS.put("party-assignments", PARTY_READ);
    COLLECTIONS.put("findings", FINDING_READ);
  }

  private RouteTable() {}

  private static void open(String... routes) {
    put(new Line(Need.NOTHING, Optional.empty()), routes);
  }

  private static void signedIn(String... routes) {
    put(new Line(Need.SIGNED_IN, Optional.empty()), routes);
  }

  private static void to(Right right, String... routes) {
    put(new Line(Need.RIGHT, Optional.of(right)), routes);
  }

  private static void collection(String route) {
    put(new Line(Need.COLLECTION, Optional.empty()), route);
  }

  private static void put(Line line, String... routes) {
    for (String route : routes) {
      if (ROUTES.put(route, line) != null) {
        throw new IllegalStateException(route + " stands twice in the table");
      }
    }
  }

  /**
   * What a route needs.
   *
   * @param route method and template, {@code GET /api/v1/cases/{id}}
   * @throws IllegalArgumentException when it is not in the table
   */
  public static Need need(String route) {
    return line(route).need();
  }

  /** The right a route asks for; none unless its need is {@link Need#RIGHT}. */
  public static Optional<Right> findRight(String route) {
    return line(route).right();
  }

  /** The right to read a collection; none when it is not in the table. */
  public static Optional<Right> findCollectionRight(String id) {
    return Optional.ofNullable(COLLECTIONS.get(id));
  }

  /** The right to see unmasked what comes with this one; none when nothing is masked. */
  public static Optional<Right> findPersonal(Right right) {
    return Optional.ofNullable(PERSONAL.get(right));
  }

  /**
   * Whether an answer of this route may tell persons to who has the right of {@link #findPersonal}:
   * such readings are noted, however seldom, and figures are not, however often.
   */
  public static boolean mayTellPersons(String route) {
    return !WITHOUT_PERSONS.contains(route);
  }

  private static Line line(String route) {
    Line line = ROUTES.get(route);
    if (line == null) {
      throw new IllegalArgumentException("the route " + route + " is not in the policy's table");
    }
    return line;
  }

  /** Those of the routes that are not in the table. */
  public static Set<String> missing(Collection<String> routes) {
    Set<String> missing = new TreeSet<>(routes);
    missing.removeAll(ROUTES.keySet());
    return missing;
  }

  /** All lines, for tests and the documentation. */
  public static Set<String> routes() {
    return Set.copyOf(ROUTES.keySet());
  }

  /** All collections, for tests and the documentation. */
  public static Set<String> collections() {
    return Set.copyOf(COLLECTIONS.keySet());
  }
}
