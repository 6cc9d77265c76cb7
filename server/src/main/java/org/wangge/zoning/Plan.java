package org.wangge.zoning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.wangge.fabric.Fabric;

/**
 * Which grid every face of a fabric belongs to, and the levels above. Immutable and safe for
 * threads: a change makes a new plan.
 *
 * <p>Zones, communities and townships are numbered from 0; their codes and names live elsewhere. A
 * face may be without a zone (−1) only while a plan is being made: {@link PlanInvariants} tells.
 * Nesting holds by construction, because a zone has one community and a community one township.
 */
public final class Plan {
  private final Fabric fabric;
  private final int[] zone;
  private final int[] community;
  private final int[] township;
  private final ZoneSums sums;

  private Plan(Fabric fabric, int[] zone, int[] community, int[] township) {
    this.fabric = fabric;
    this.zone = zone;
    this.community = community;
    this.township = township;
    this.sums = ZoneSums.of(fabric, zone, community.length);
  }

  /**
   * @param zone per face, −1 for none
   * @param community per zone
   * @param township per community
   * @throws IllegalArgumentException when the lengths do not fit or a number points nowhere
   */
  public static Plan of(Fabric fabric, int[] zone, int[] community, int[] township) {
    if (zone.length != fabric.faceCount()) {
      throw new IllegalArgumentException(
          zone.length + " zones given for " + fabric.faceCount() + " faces");
    }
    requireBelow(zone, community.length, -1, "zone of face");
    requireBelow(community, township.length, 0, "community of zone");
    requireBelow(township, Integer.MAX_VALUE, 0, "township of community");
    return new Plan(fabric, zone.clone(), community.clone(), township.clone());
  }

  private static void requireBelow(int[] values, int limit, int least, String what) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] < least || values[i] >= limit) {
        throw new IllegalArgumentException(
            what + " " + i + " is " + values[i] + ", but there are " + limit);
      }
    }
  }

  public Fabric fabric() {
    return fabric;
  }

  public int zoneCount() {
    return community.length;
  }

  public int communityCount() {
    return township.length;
  }

  /** One more than the greatest township number. */
  public int townshipCount() {
    return Arrays.stream(township).max().orElse(-1) + 1;
  }

  /** Zone of a face, −1 when it has none or the face is −1 (outside). */
  public int zone(int face) {
    return face < 0 ? -1 : zone[face];
  }

  public int community(int zone) {
    return community[zone];
  }

  public int township(int community) {
    return township[community];
  }

  public int households(int zone) {
    return sums.households()[zone];
  }

  public int people(int zone) {
    return sums.people()[zone];
  }

  /** In the plane of the CRS: not corrected for its scale factor. */
  public double areaSquareMetres(int zone) {
    return sums.doubleArea()[zone] / 2e6;
  }

  /** Exact, in mm². */
  public long doubleAreaSquareMillimetres(int zone) {
    return sums.doubleArea()[zone];
  }

  /** Faces of a zone, ascending. */
  public int[] faces(int zone) {
    return Arrays.copyOfRange(sums.faces(), sums.start()[zone], sums.start()[zone + 1]);
  }

  /** The zone of every face. */
  public int[] zones() {
    return zone.clone();
  }

  /** The community of every zone. */
  public int[] communities() {
    return community.clone();
  }

  /** The township of every community. */
  public int[] townships() {
    return township.clone();
  }

  /** Community of every face, −1 where there is none: the label array of the community level. */
  public int[] communityOfFaces() {
    return Arrays.stream(zone).map(z -> z < 0 ? -1 : community[z]).toArray();
  }

  /** Township of every face, −1 where there is none. */
  public int[] townshipOfFaces() {
    return Arrays.stream(zone).map(z -> z < 0 ? -1 : township[community[z]]).toArray();
  }

  /** Zone on the left of the arc, −1 outside. */
  public int left(int arc) {
    return zone(fabric.face(2 * arc));
  }

  /** Zone on the right of the arc, −1 outside. */
  public int right(int arc) {
    return zone(fabric.face(2 * arc + 1));
  }

  /**
   * The highest unit that differs between the two sides. A face without a zone counts as outside.
   */
  public Level level(int arc) {
    int left = left(arc);
    int right = right(arc);
    if (left == right) {
      return Level.NONE;
    }
    if (left < 0 || right < 0) {
      return Level.DISTRICT;
    }
    return levelBetween(left, right);
  }

  private Level levelBetween(int left, int right) {
    if (community[left] == community[right]) {
      return Level.GRID;
    }
    return township[community[left]] == township[community[right]]
        ? Level.COMMUNITY
        : Level.TOWNSHIP;
  }

  /**
   * The plan in which those faces belong to that zone; everything else stays.
   *
   * @throws IllegalArgumentException when there is no such zone
   */
  public Plan assign(int[] faces, int toZone) {
    int[] changed = zone.clone();
    for (int face : faces) {
      changed[face] = toZone;
    }
    return of(fabric, changed, community, township);
  }

  /** The same assignment over a fabric with the same faces, for example with other counts. */
  public Plan withFabric(Fabric sameFaces) {
    return of(sameFaces, zone, community, township);
  }

  /** SHA-256 in hexadecimal of the fabric's hash and the assignment. */
  public String hash() {
    MessageDigest digest = sha256();
    digest.update(fabric.hash().getBytes(StandardCharsets.US_ASCII));
    for (int[] values : new int[][] {zone, community, township}) {
      ByteBuffer bytes = ByteBuffer.allocate(4 * values.length + 4).putInt(values.length);
      bytes.asIntBuffer().put(values);
      digest.update(bytes.rewind());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
