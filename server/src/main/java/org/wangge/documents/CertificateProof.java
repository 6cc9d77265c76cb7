package org.wangge.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.wangge.exchange.Feature;
import org.wangge.exchange.Layer;

/**
 * Proves a certificate anew from the exported grids, with the overlay of JTS alone: nothing that
 * made the publication takes part, and nothing is concluded from how codes begin.
 */
public final class CertificateProof {

  /**
   * One thing to be proved.
   *
   * @param name what
   * @param proved whether it is
   * @param detail with which figures, or what is wrong and where
   */
  public record Step(String name, boolean proved, String detail) {}

  private static final int MOST_NAMED = 5;

  private final JsonNode certificate;
  private final JsonNode signature;
  private final List<Feature> features;
  private final double toleranceSquareMetres;
  private final Map<String, Geometry> grids = new TreeMap<>();
  private final List<Step> steps = new ArrayList<>();

  private CertificateProof(JsonNode document, Layer export) {
    this.certificate = document.path("certificate");
    this.signature = document.path("signature");
    this.features = export.features();
    this.toleranceSquareMetres =
        Math.min(
            Double.parseDouble(certificate.path("toleranceSquareMetres").asText()),
            Double.parseDouble(Certificate.TOLERANCE_SQUARE_METRES));
    features.forEach(each -> grids.put(text(each, "code"), each.geometry()));
  }

  /**
   * Proves step by step; a step that fails does not stop the others.
   *
   * @param document the certificate with its signature
   * @param export the grids as {@code grids.geojson} of the same publication
   * @param publicPem the key it should be signed with; without it only the key that it carries
   * @throws IllegalArgumentException when the document is no certificate
   */
  public static List<Step> prove(JsonNode document, Layer export, Optional<String> publicPem) {
    requireCertificate(document);
    CertificateProof proof = new CertificateProof(document, export);
    proof.signed(publicPem);
    proof.stated();
    proof.whole(export);
    proof.sameGround();
    proof.overlay();
    proof.nested();
    proof.contiguous();
    return List.copyOf(proof.steps);
  }

  private static void requireCertificate(JsonNode document) {
    JsonNode certificate = document.path("certificate");
    boolean known =
        certificate.path("format").asText().equals(Certificate.FORMAT)
            && certificate.path("version").asInt() == Certificate.VERSION
            && document.path("signature").isObject();
    if (!known) {
      throw new IllegalArgumentException("this is no certificate that this version knows");
    }
  }

  private static String text(Feature feature, String property) {
    return feature.findText(property).orElse("");
  }

  private void add(String name, boolean proved, String detail) {
    steps.add(new Step(name, proved, detail));
  }

  private void signed(Optional<String> publicPem) {
    byte[] own = Base64.getDecoder().decode(signature.path("publicKey").asText());
    byte[] key = publicPem.map(SigningKey::publicDer).orElse(own);
    boolean good =
        SigningKey.verifies(
            key, CanonicalJson.bytes(certificate), signature.path("value").asText());
    String whose = publicPem.isPresent() ? "the given key " : "the key it carries, ";
    add(
        "signature",
        good,
        (good ? "signed with " : "NOT signed with ") + whose + SigningKey.id(key));
  }

  private void stated() {
    List<String> broken =
        StreamSupport.stream(certificate.path("rules").spliterator(), false)
            .filter(rule -> !rule.path("holds").asBoolean())
            .map(rule -> rule.path("id").asText())
            .toList();
    JsonNode area = certificate.path("areaHalfSquareMillimetres");
    boolean sums = area.path("blocks").asLong() == area.path("domain").asLong();
    boolean holds = broken.isEmpty() && sums && certificate.path("holds").asBoolean();
    add(
        "statement",
        holds,
        holds
            ? certificate.path("rules").size() + " rules hold, blocks sum up to the domain"
            : "it says itself that not all rules hold: " + broken);
  }

  private void whole(Layer export) {
    int stated = certificate.path("counts").path("grids").asInt();
    boolean all = grids.size() == stated && features.size() == stated && export.bad().isEmpty();
    add(
        "grids",
        all,
        features.size() + " in the export with " + grids.size() + " codes, " + stated + " stated");
    List<String> invalid = new ArrayList<>();
    grids.forEach(
        (code, ground) -> {
          IsValidOp check = new IsValidOp(ground);
          if (!check.isValid()) {
            invalid.add(code + ": " + check.getValidationError());
          }
        });
    add("polygons", invalid.isEmpty(), invalid.isEmpty() ? "all valid" : some(invalid));
  }

  private void sameGround() {
    String found = GeometryHash.of(grids);
    String stated = certificate.path("hashes").path("grids").asText();
    add(
        "ground",
        found.equals(stated),
        found.equals(stated) ? "hash " + found : "hash " + found + ", stated " + stated);
  }

  private void overlay() {
    GroundOverlay overlay = new GroundOverlay(grids, domain(), toleranceSquareMetres);
    List<String> overlaps = overlay.overlaps();
    add("overlaps", overlaps.isEmpty(), overlaps.isEmpty() ? "none" : some(overlaps));
    List<String> gaps = overlay.gaps();
    add("gaps", gaps.isEmpty(), gaps.isEmpty() ? "none" : some(gaps));
    List<String> strays = overlay.strays();
    add("outside", strays.isEmpty(), strays.isEmpty() ? "nothing" : some(strays));
    add("area", overlay.isAreaEqual(), overlay.areas());
    add("holes", overlay.areHolesEqual(), overlay.holes());
  }

  private Geometry domain() {
    try {
      return new WKTReader().read(certificate.path("domain").path("lonLat").asText());
    } catch (ParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException("the certificate declares no domain", e);
    }
  }

  /** Every grid in one community, every community in one township, by what the export says. */
  private void nested() {
    Map<String, List<Feature>> byCommunity = new TreeMap<>();
    features.forEach(
        each ->
            byCommunity
                .computeIfAbsent(text(each, "communityCode"), c -> new ArrayList<>())
                .add(each));
    List<String> wrong = new ArrayList<>();
    Map<String, JsonNode> stated = new LinkedHashMap<>();
    certificate.path("communities").forEach(each -> stated.put(each.path("code").asText(), each));
    Set<String> codes = new HashSet<>(byCommunity.keySet());
    codes.addAll(stated.keySet());
    for (String code : codes.stream().sorted().toList()) {
      nested(code, byCommunity.getOrDefault(code, List.of()), Optional.ofNullable(stated.get(code)))
          .ifPresent(wrong::add);
    }
    add(
        "nesting",
        wrong.isEmpty(),
        wrong.isEmpty() ? byCommunity.size() + " communities, each in one township" : some(wrong));
  }

  private Optional<String> nested(String code, List<Feature> members, Optional<JsonNode> stated) {
    if (stated.isEmpty()) {
      return Optional.of("community '" + code + "' is not stated");
    }
    List<String> townships =
        members.stream().map(each -> text(each, "townshipCode")).distinct().toList();
    if (!townships.equals(List.of(stated.get().path("township").asText()))) {
      return Optional.of(code + " lies in " + townships);
    }
    double area = members.stream().mapToDouble(each -> GroundOverlay.area(each.geometry())).sum();
    double said = Double.parseDouble(stated.get().path("squareMetres").asText());
    boolean same =
        members.size() == stated.get().path("grids").asInt()
            && Math.abs(area - said) <= Math.max(toleranceSquareMetres, said * 1e-9);
    return same
        ? Optional.empty()
        : Optional.of(
            "%s has %d grids and %.2f m², stated %s and %.2f m²"
                .formatted(code, members.size(), area, stated.get().path("grids"), said));
  }

  private void contiguous() {
    Set<String> excepted = new HashSet<>();
    certificate.path("contiguityExceptions").forEach(each -> excepted.add(each.asText()));
    List<String> apart =
        grids.entrySet().stream()
            .filter(each -> each.getValue().getNumGeometries() > 1)
            .map(Map.Entry::getKey)
            .filter(code -> !excepted.contains(code))
            .toList();
    add(
        "contiguity",
        apart.isEmpty(),
        apart.isEmpty()
            ? "every grid in one piece, " + excepted.size() + " recorded exceptions"
            : "in several pieces: " + some(apart));
  }

  private static String some(List<String> wrong) {
    List<String> named = wrong.subList(0, Math.min(MOST_NAMED, wrong.size()));
    int more = wrong.size() - named.size();
    return String.join("; ", named) + (more > 0 ? "; and " + more + " more" : "");
  }
}
