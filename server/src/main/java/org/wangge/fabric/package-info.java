/**
 * The street fabric (街区底图): nodes, arcs and faces of the planar subdivision of a coverage domain,
 * in integer millimetres of one metric CRS.
 *
 * <p>Words: a <em>node</em> is a place where arcs end; an <em>arc</em> is a maximal polyline
 * between two nodes that carries one class, name and street id; a <em>half-edge</em> is one side of
 * an arc ({@code 2 * arc} runs forward, {@code 2 * arc + 1} backward) and has exactly one
 * <em>face</em> on its left; a <em>block</em> (街区) is a face of kind LAND. A <em>segment</em> is
 * one straight piece of a line. The <em>domain</em> is the ground that is subdivided; whatever lies
 * outside it has face −1. An <em>interior line</em> is a street that bounds nothing (a dead end, a
 * street that leads to an island of streets, a bridge): it is kept for drawing and as a candidate
 * cut line.
 *
 * <p>Everything is computed in exact 64-bit integers. Two coordinates of one fabric differ by less
 * than 2³⁰ mm (1 073 km).
 */
@NullMarked
package org.wangge.fabric;

import org.jspecify.annotations.NullMarked;
