/**
 * Point files from people: tables (CSV) and GeoJSON read row by row, told back row by row.
 *
 * <ul>
 *   <li><b>row</b> 行: one data row of a table (numbered as a spreadsheet shows it: the header is
 *       row 1) or one feature (numbered from 1).
 *   <li><b>field</b>: what a column means; several headings, Chinese and English, stand for one
 *       field.
 *   <li><b>reading</b> of coordinates: as given, with swapped axes, as GCJ-02 (火星坐标), or both; the
 *       file decides as a whole by how well its points fit the district.
 *   <li><b>report</b> 导入报告: how many rows were accepted and refused, and for every refused row its
 *       number, the value, the reason and what to do.
 * </ul>
 *
 * <p>Base package: features use it, it knows none of them. It does not know the GCJ-02 formula
 * either: that is handed in.
 */
@NullMarked
package org.wangge.intake;

import org.jspecify.annotations.NullMarked;
