package org.wangge.founding;

import java.util.List;
import org.wangge.fabric.BuildReport;
import org.wangge.territory.FirstPublication;
import org.wangge.topology.CheckReport;

/**
 * A district ready to be published.
 *
 * @param publication what is to be stored
 * @param check what the check of the given grids found, worst first
 * @param fabric what happened while the fabric was built
 * @param notes what a person should know: what was adopted, numbered, apportioned
 */
public record Founded(
    FirstPublication publication, CheckReport check, BuildReport fabric, List<String> notes) {
  public Founded {
    notes = List.copyOf(notes);
  }
}
