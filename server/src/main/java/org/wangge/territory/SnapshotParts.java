package org.wangge.territory;

import java.util.List;
import java.util.Set;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.InteriorLine;

/** What is read of a publication before it becomes {@link InForce}. */
record SnapshotParts(
    Publication publication,
    DistrictSettings settings,
    List<Unit> units,
    Fabric fabric,
    List<InteriorLine> interior,
    int[] zone,
    List<Grid> grids,
    List<RoleSlot> roles,
    List<Building> buildings,
    int[] buildingFace,
    List<Exclusion> exclusions,
    Set<String> inPieces,
    Projection projection) {

  /**
   * The same with another plan. A building stays in its block as long as the fabric is the same.
   *
   * @param hash of the plan, in the place of a publication's own
   */
  SnapshotParts with(Proposal proposal, String hash) {
    boolean sameFabric =
        proposal.fabric() == fabric || proposal.fabric().hash().equals(fabric.hash());
    int[] faces =
        sameFabric
            ? buildingFace
            : buildings.stream().mapToInt(it -> FaceOf.building(proposal.fabric(), it)).toArray();
    Publication drawn =
        new Publication(
            publication.number(),
            publication.effective(),
            publication.recorded(),
            hash,
            sameFabric ? publication.fabric() : 0,
            Decision.draft(publication.number()));
    return new SnapshotParts(
        drawn,
        settings,
        units,
        proposal.fabric(),
        interior,
        proposal.zone(),
        proposal.grids(),
        roles,
        buildings,
        faces,
        exclusions,
        proposal.inPieces(),
        projection);
  }
}
