package org.wangge.fabric;

/** A new fabric and what there is to say about its making. */
public record FabricBuild(Fabric fabric, BuildReport report) {}
