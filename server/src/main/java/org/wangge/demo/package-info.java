/**
 * The synthetic demo district 雨湖 (示意数据).
 *
 * <p>Only names and codes of units are facts. Everything else is made up from a hand-drawn
 * <b>sketch</b> (草图) and a seed: a <b>street line</b> (路线) is one drawn line; the <b>skeleton</b>
 * (骨架) is the sketch made into noded lines, water and a domain; a <b>plot</b> (地块) is a face of the
 * skeleton while it is being cut into street blocks. All coordinates are metres in the district's
 * metric CRS unless said otherwise, rounded to whole millimetres.
 */
@NullMarked
package org.wangge.demo;

import org.jspecify.annotations.NullMarked;
