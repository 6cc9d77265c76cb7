package org.wangge.topology;

/**
 * A connected piece of wrongly covered ground.
 *
 * @param cover how it is covered
 * @param ground where
 * @param owners positions of the polygons that cover it, rising; for uncovered ground the polygons
 *     around it
 * @param sides who borders it
 * @param atOutline it shares a length of the domain outline
 * @param nodes numbers of the arrangement's nodes on its edge: pieces that share one touch
 * @param widest the largest circle in it
 * @param area of the ground, square steps
 */
record Atom(
    Cover cover,
    Ground ground,
    int[] owners,
    Sides sides,
    boolean atOutline,
    int[] nodes,
    Widest.Circle widest,
    double area) {

  Atom(Cover cover, Ground ground, int[] owners, Sides sides, boolean atOutline, int[] nodes) {
    this(cover, ground, owners, sides, atOutline, nodes, Widest.of(ground), ground.area());
  }
}
