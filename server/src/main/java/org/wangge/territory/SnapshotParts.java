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
    Projection projection) {}
