package org.wangge.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wangge.policy.Redaction;
import org.wangge.policy.Right;
import org.wangge.policy.Viewer;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.Line;
import org.wangge.territory.RoleSlot;
import org.wangge.territory.Unit;
import org.wangge.territory.UnitLevel;
import org.wangge.zoning.BoundaryText;

/**
 * What a document is about, and for whom.
 *
 * @param before what held until then; the same as after when nothing did
 * @param after what the document tells
 * @param viewer who asks: names of persons are masked for who may not know them
 */
record Subject(
    InForce before, InForce after, Viewer viewer, DocumentOptions options, Changes changes) {

  /** The district, or the unit asked for: 雨湖区, 雨湖区昭潭街道. */
  String placeName() {
    String district = after.settings().name();
    return unit()
        .map(Unit::name)
        .filter(name -> !name.equals(district))
        .map(district::concat)
        .orElse(district);
  }

  Optional<Unit> unit() {
    return options.unit().flatMap(after::findUnit);
  }

  /** 第3版, or 草案. */
  String edition() {
    return options.draft().isPresent() ? "草案" : "第" + after.publication().number() + "版";
  }

  /** What stands below the title: edition and date. */
  String editionLine() {
    return options
        .draft()
        .map(title -> "草案“" + title + "”，以第" + after.publication().number() + "版为基础")
        .orElse(edition() + "，自" + date() + "起生效");
  }

  private String date() {
    return Words.date(after.publication().effective());
  }

  /** 示意数据 where the data is made up, else empty. */
  String label() {
    return after.settings().label();
  }

  /** The grids of the unit in the order of their codes. */
  List<Grid> grids() {
    return after.grids().stream().filter(this::isInside).sorted(BY_CODE).toList();
  }

  static final java.util.Comparator<Grid> BY_CODE = java.util.Comparator.comparing(Grid::code);

  boolean isInside(Grid grid) {
    return unit().map(unit -> chain(grid).anyMatch(unit.code()::equals)).orElse(true);
  }

  private Stream<String> chain(Grid grid) {
    return Stream.of(
        after.tree().district().code(), after.townshipOf(grid).code(), grid.communityCode());
  }

  boolean isWholeDistrict() {
    return unit().map(unit -> unit.level() == UnitLevel.DISTRICT).orElse(true);
  }

  BoundaryText boundary(Grid grid) {
    return BoundaryText.of(after.plan(), grid.zone());
  }

  double hectares(Grid grid) {
    return after.gridAreaSquareMetres(grid.zone()) / 10_000;
  }

  /** Who fills a line of a grid, as far as the viewer may know; empty while it is open. */
  String holder(Grid grid, Line line) {
    boolean named = viewer.may(Right.DUTY_READ);
    return after.roles(grid).stream()
        .filter(slot -> slot.line() == line)
        .map(RoleSlot::holder)
        .flatMap(Stream::ofNullable)
        .map(name -> named ? name : Redaction.name(name))
        .findFirst()
        .orElse("");
  }

  /** What the holder of a line is called in this district: 网格长. */
  String role(Line line) {
    return after.grids().stream()
        .flatMap(grid -> after.roles(grid).stream())
        .filter(slot -> slot.line() == line)
        .map(RoleSlot::role)
        .findFirst()
        .orElse(line.label());
  }

  /** Whether anybody fills any line anywhere. */
  boolean hasRoles() {
    return after.grids().stream().anyMatch(grid -> !after.roles(grid).isEmpty());
  }

  List<Line> lines() {
    return hasRoles() ? Arrays.asList(Line.values()) : List.of();
  }
}
