package org.wangge.territory;

import java.util.List;
import org.wangge.zoning.Lineage.Flow;

/**
 * Something that happens to one grid by a publication.
 *
 * @param before its zone in the plan before, −1 for a new grid
 * @param after its zone in the plan after, −1 for one that is abolished
 * @param note in words, may be empty
 * @param flows where its ground goes when it goes to more than one grid or to another; else none
 */
record ChangeEvent(ChangeKind kind, int before, int after, String note, List<Flow> flows) {}
