package org.wangge.fabric;

import java.util.List;

/**
 * What happened while a fabric was built. Holds no times, so that equal input gives an equal
 * report.
 *
 * @param lines lines given
 * @param segments straight pieces given, the outline of the domain included
 * @param nodedSegments distinct straight pieces after noding, in the box around the domain
 * @param nodedNodes places after noding
 * @param nodes of the fabric
 * @param arcs of the fabric
 * @param faces of the fabric
 * @param medians faces of kind MEDIAN
 * @param waters faces of kind WATER
 * @param thinFaces faces thinner than {@link FabricOptions#thinWidthMetres()}
 * @param duplicateSegments pieces that ran along another piece and were merged with it
 * @param outsideSegments pieces outside the domain, left out: those beside the box around it as
 *     given, others as noded
 * @param dangles interior lines that end dead
 * @param layerCrossings places where lines of different layers pass without meeting
 * @param interior every line that bounds nothing
 * @param nearMisses dead ends that almost meet a line, nearest first
 * @param extended how many near misses were closed
 */
public record BuildReport(
    int lines,
    int segments,
    int nodedSegments,
    int nodedNodes,
    int nodes,
    int arcs,
    int faces,
    int medians,
    int waters,
    int thinFaces,
    int duplicateSegments,
    int outsideSegments,
    int dangles,
    int layerCrossings,
    List<InteriorLine> interior,
    List<NearMiss> nearMisses,
    int extended) {

  public BuildReport {
    interior = List.copyOf(interior);
    nearMisses = List.copyOf(nearMisses);
  }
}
