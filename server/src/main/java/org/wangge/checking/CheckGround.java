package org.wangge.checking;

import java.util.List;

/**
 * Every piece of ground that two polygons share or that polygons close in without covering it, as a
 * plain overlay of the file's own coordinates shows it, however thin. The items tell the same
 * ground gathered into what is worth attention.
 *
 * @param pieces overlaps first, then gaps, each by falling area
 */
public record CheckGround(List<Piece> pieces) {
  static final String OVERLAP = "overlap";
  static final String GAP = "gap";

  public CheckGround {
    pieces = List.copyOf(pieces);
  }

  /**
   * One piece.
   *
   * @param kind "overlap" or "gap"
   * @param areaSquareMetres of the piece
   * @param widthMetres of its widest place
   * @param hairline thinner than the tolerance of the check
   * @param parties ids of the two that share it, or of all that border it
   * @param longitude of a place in it
   * @param latitude of a place in it
   */
  public record Piece(
      String kind,
      double areaSquareMetres,
      double widthMetres,
      boolean hairline,
      List<String> parties,
      double longitude,
      double latitude) {
    public Piece {
      parties = List.copyOf(parties);
    }
  }

  public long overlapCount() {
    return count(OVERLAP);
  }

  public long gapCount() {
    return count(GAP);
  }

  public long hairlineCount() {
    return pieces.stream().filter(Piece::hairline).count();
  }

  private long count(String kind) {
    return pieces.stream().filter(piece -> piece.kind().equals(kind)).count();
  }
}
