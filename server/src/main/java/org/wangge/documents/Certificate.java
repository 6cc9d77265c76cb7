package org.wangge.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKTWriter;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FabricInvariants;
import org.wangge.territory.InForce;
import org.wangge.territory.SelfCheck;
import org.wangge.territory.Unit;

/**
 * The seamless certificate of a publication: what was proved of it, with the numbers, the hashes
 * and the ground it declares to cover, signed. {@link CertificateProof} proves it again from the
 * exported grids, without anything of the kernel.
 *
 * <p>Equal publications give equal certificates: nothing in it depends on when it was asked for.
 */
public final class Certificate {
  static final String FORMAT = "wangge-certificate";
  static final int VERSION = 1;

  /** Ground smaller than this is no gap and no overlap when proved again, in m². */
  static final String TOLERANCE_SQUARE_METRES = "0.01";

  /** Version of the wording and meaning of the rules. */
  private static final String RULES_VERSION = "1.0";

  private final InForce inForce;
  private final String previousHash;
  private final SelfCheck check;
  private final Euler euler;

  private Certificate(InForce inForce, String previousHash) {
    this.inForce = inForce;
    this.previousHash = previousHash;
    this.check = SelfCheck.of(inForce);
    this.euler = Euler.of(inForce.fabric());
  }

  /**
   * Checks now, and writes down what was found: also what does not hold.
   *
   * @param previousHash hash of the publication before, "" for the first
   */
  static Certificate of(InForce inForce, String previousHash) {
    return new Certificate(inForce, previousHash);
  }

  SelfCheck check() {
    return check;
  }

  Euler euler() {
    return euler;
  }

  InForce inForce() {
    return inForce;
  }

  String previousHash() {
    return previousHash;
  }

  /** Whether every rule holds. */
  boolean holds() {
    return check.holds() && euler.holds() && blocks() == domain();
  }

  /** Sum of the blocks' areas in half mm². */
  long blocks() {
    Fabric fabric = inForce.fabric();
    return IntStream.range(0, fabric.faceCount())
        .mapToLong(fabric::doubleAreaSquareMillimetres)
        .sum();
  }

  /** The area inside the outline in half mm². */
  long domain() {
    return FabricInvariants.domainDoubleAreaSquareMillimetres(inForce.fabric());
  }

  /** Hash of the grids' ground as it is exported. */
  String gridsHash() {
    Map<String, Geometry> byCode = new LinkedHashMap<>();
    inForce.grids().forEach(g -> byCode.put(g.code(), inForce.gridShape(g.zone()).lonLat()));
    return GeometryHash.of(byCode);
  }

  /** The statement with its signature, in the order in which they are written. */
  record Signed(Map<String, Object> certificate, Map<String, Object> signature) {}

  Signed signed(SigningKey key) {
    Map<String, Object> statement = statement();
    return new Signed(
        statement,
        members(
            "algorithm", "Ed25519",
            "form", "RFC 8785",
            "keyId", key.id(),
            "publicKey", key.publicKey(),
            "value", key.sign(CanonicalJson.bytes(statement))));
  }

  private Map<String, Object> statement() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", FORMAT);
    all.put("version", VERSION);
    all.put("holds", holds());
    all.put("district", district());
    all.put("publication", publication());
    all.put("counts", counts());
    all.put("areaHalfSquareMillimetres", Map.of("blocks", blocks(), "domain", domain()));
    all.put("euler", eulerMembers());
    all.put("rules", check.lines().stream().map(Certificate::rule).toList());
    all.put("contiguityExceptions", inForce.inPieces().stream().sorted().toList());
    all.put("onStreetShare", decimal(inForce.measures().onGroundShare(), 6));
    all.put("hashes", hashes());
    all.put("communities", communities());
    all.put("domain", domainMembers());
    all.put("toleranceSquareMetres", TOLERANCE_SQUARE_METRES);
    return all;
  }

  private Map<String, Object> district() {
    return members(
        "code", inForce.settings().code(),
        "name", inForce.settings().name(),
        "crs", "EPSG:" + inForce.settings().metricSrid(),
        "label", inForce.settings().label());
  }

  private Map<String, Object> publication() {
    return members(
        "number", inForce.publication().number(),
        "effective", inForce.publication().effective().toString(),
        "recorded", inForce.publication().recorded().toString(),
        "hash", inForce.publication().hash(),
        "previousHash", previousHash);
  }

  private Map<String, Object> counts() {
    return members(
        "townships", inForce.tree().townships().size(),
        "communities", inForce.tree().communities().size(),
        "grids", inForce.grids().size(),
        "blocks", inForce.fabric().faceCount());
  }

  private Map<String, Object> eulerMembers() {
    return members(
        "nodes", euler.nodes(),
        "arcs", euler.arcs(),
        "cycles", euler.cycles(),
        "components", euler.components(),
        "holds", euler.holds());
  }

  private static Map<String, Object> rule(SelfCheck.Line line) {
    return members(
        "id", line.name(),
        "version", RULES_VERSION,
        "label", line.label(),
        "expected", line.expected(),
        "found", line.found(),
        "holds", line.holds());
  }

  private Map<String, Object> hashes() {
    return members(
        "fabric", inForce.fabric().hash(),
        "plan", inForce.plan().hash(),
        "grids", gridsHash());
  }

  private List<Map<String, Object>> communities() {
    int[] grids = new int[inForce.tree().communities().size()];
    inForce.grids().forEach(grid -> grids[inForce.plan().community(grid.zone())]++);
    List<Map<String, Object>> all = new ArrayList<>();
    for (int c = 0; c < grids.length; c++) {
      Unit unit = inForce.tree().communities().get(c);
      all.add(
          members(
              "code", unit.code(),
              "township", String.valueOf(unit.parent()),
              "grids", grids[c],
              "squareMetres", decimal(inForce.unitAreaSquareMetres(unit.code()), 2)));
    }
    return all;
  }

  private Map<String, Object> domainMembers() {
    Geometry lonLat = inForce.domainShape().lonLat();
    WKTWriter writer = new WKTWriter();
    writer.setPrecisionModel(new PrecisionModel(1e8));
    return members(
        "squareMetres",
        decimal(inForce.unitAreaSquareMetres(inForce.tree().district().code()), 2),
        "lonLat",
        writer.write(lonLat));
  }

  static String decimal(double number, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }

  /** Names and values by turns. */
  private static Map<String, Object> members(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return members;
  }
}
