import * as L from 'leaflet';
import { latOf, lonOf, metresPerPixel, worldX, worldY } from '../geo.js';
import { paintLabels, setHalo } from './labels.js';
import { Overlay } from './overlay.js';
import { paintBase } from './paint-base.js';
import { paintBoundaries } from './paint-boundaries.js';
import { readPalette } from './palette.js';
import { CanvasTiles } from './tiles.js';

/**
 * @typedef {import('./model.js').MapModel} MapModel
 * @typedef {import('./paint.js').Sheet} Sheet
 * @typedef {import('../geo.js').Box} Box
 * @typedef {(sheet: Sheet, palette: import('./palette.js').Palette) => void} OverlayPainter
 */

/** From the ground up; each is a Leaflet pane. @type {[string, number][]} */
const PANES = [['ground', 200], ['heat', 250], ['lines', 300], ['shade', 350], ['names', 400], ['symbols', 450]];

/** The map: what lies on what, and the few verbs the rest of the page uses. */
export class MapView {
  /** @param {HTMLElement} element @param {(layer: string) => boolean} isOn */
  constructor(element, isOn) {
    this.element = element;
    this.isOn = isOn;
    /** @type {MapModel | null} */
    this.model = null;
    /** @type {import('./paint-buildings.js').BuildingsLayer | null} */
    this.buildings = null;
    /** @type {Map<number, string> | null} */
    this.fills = null;
    /** Paints the land in place of this view. @type {OverlayPainter | null} */
    this.groundPainter = null;
    /** Paints the borders of grids in place of this view. @type {OverlayPainter | null} */
    this.linePainter = null;
    /** What is named, where that is not what the map shows. @type {import('./labels.js').Named | null} */
    this.named = null;
    /** @type {OverlayPainter[]} */
    this.shadePainters = [];
    /** @type {OverlayPainter[]} */
    this.symbolPainters = [];
    /** Whether something lies between ground and lines, so that each needs tiles of its own. */
    this.apart = false;
    this.palette = readPalette(document.documentElement);
    setHalo(this.palette.halo);
    this.map = makeMap(element);
    this.makeLayers();
    /** A move asked for while the map was zooming, which Leaflet would drop. @type {(() => void) | null} */
    this.next = null;
    this.map.on('zoomend', () => setTimeout(() => this.next?.()));
    this.map.on('heatshown', () => this.#setApart(true)).on('heathidden', () => this.#setApart(false));
  }

  /** Two sheets of tiles are twice the work for every frame of a move: lines have their own only while heat lies under them. @param {boolean} apart */
  #setApart(apart) {
    if (this.apart === apart) return;
    this.apart = apart;
    if (apart) this.lines?.addTo(this.map);
    else this.lines?.remove();
    this.base?.repaint();
  }

  makeLayers() {
    this.base = new CanvasTiles((sheet) => this.#paintGround(sheet), { pane: 'ground' });
    this.lines = new CanvasTiles((sheet) => this.#paintLines(sheet), { pane: 'lines' });
    this.shade = new Overlay((sheet) => this.shadePainters.forEach((paint) => paint(sheet, this.palette)), 'shade');
    this.symbols = new Overlay((sheet) => this.symbolPainters.forEach((paint) => paint(sheet, this.palette)), 'symbols');
    this.names = new Overlay((sheet) => this.model && this.isOn('labels') && paintLabels(sheet, this.named ?? this.model, this.palette, this.isOn), 'names');
  }

  /** @param {Sheet} sheet */
  #paintGround(sheet) {
    if (!this.model) return;
    paintBase(sheet, this.model, { palette: this.palette, isOn: this.isOn, fills: this.fills, ground: this.groundPainter });
    if (this.isOn('buildings')) this.buildings?.paint(sheet, this.palette);
    if (!this.apart) this.#paintLines(sheet);
  }

  /** @param {Sheet} sheet */
  #paintLines(sheet) {
    if (!this.model) return;
    if (this.linePainter && this.isOn('grid')) this.linePainter(sheet, this.palette);
    paintBoundaries(sheet, this.model, this.palette, (layer) => this.isOn(layer) && !(layer === 'grid' && this.linePainter));
  }

  /** @param {MapModel} model @param {import('../state.js').MapView | null} view */
  show(model, view) {
    this.model = model;
    if (view) this.map.setView([view.lat, view.lon], view.zoom, { animate: false });
    else this.fit(model.box, { animate: false });
    for (const layer of [this.base, this.apart && this.lines, this.shade, this.symbols, this.names]) if (layer) layer.addTo(this.map);
  }

  /** Colours changed: everything is drawn again. */
  restyle() {
    this.palette = readPalette(document.documentElement);
    setHalo(this.palette.halo);
    this.repaint();
  }

  repaint() {
    this.base?.repaint();
    this.lines?.repaint();
    this.shade?.repaint();
    this.symbols?.repaint();
    this.names?.repaint();
  }

  /** Only a part of the picture has changed; it is drawn at once, so that ground and lines never disagree. @param {Box} box */
  repaintBox(box) {
    this.base?.repaintBox(box);
    this.lines?.repaintBox(box);
    this.base?.paintNow();
    this.shade?.repaint();
    this.names?.repaint();
  }

  /** Draws what is due without waiting for a frame. */
  paintNow() {
    for (const layer of [this.base, this.lines, this.shade, this.symbols, this.names]) layer?.paintNow();
  }

  /** Fills grids instead of plain ground; null for plain ground. @param {Map<number, string> | null} fills by grid index */
  setFills(fills) {
    this.fills = fills;
    this.base?.repaint();
  }

  /** Shows a world box in what the panel leaves free. @param {Box} box @param {{animate?: boolean, maxZoom?: number}} [options] */
  fit(box, { animate = true, maxZoom = 17 } = {}) {
    this.next = null;
    if (/** @type {any} */ (this.map)._animatingZoom) return void (this.next = () => this.fit(box, { animate, maxZoom }));
    const bounds = L.latLngBounds([latOf(box.maxY), lonOf(box.minX)], [latOf(box.minY), lonOf(box.maxX)]);
    this.map.fitBounds(bounds, { ...this.padding(), maxZoom, animate });
  }

  /** @param {number} lon @param {number} lat @param {number} [zoom] at least */
  goTo(lon, lat, zoom = 15) {
    const x = worldX(lon);
    const y = worldY(lat);
    const target = Math.max(zoom, this.map.getZoom());
    this.fit({ minX: x, maxX: x, minY: y, maxY: y }, { maxZoom: target });
  }

  /** What of the map is not under the panel. */
  freeBounds() {
    const { paddingTopLeft, paddingBottomRight } = this.padding();
    const size = this.map.getSize();
    const corner = (/** @type {L.Point} */ point) => this.map.containerPointToLatLng(point);
    return L.latLngBounds(corner(paddingTopLeft), corner(size.subtract(paddingBottomRight)));
  }

  /** Pixels from the left to the middle of what is free. */
  freeCentre() {
    const { paddingTopLeft, paddingBottomRight } = this.padding();
    return (paddingTopLeft.x + this.map.getSize().x - paddingBottomRight.x) / 2;
  }

  padding() {
    const panel = document.getElementById('panel')?.getBoundingClientRect();
    const stage = this.element.getBoundingClientRect();
    if (!panel || panel.width === 0) return { paddingTopLeft: L.point(24, 24), paddingBottomRight: L.point(24, 24) };
    if (stage.width <= 760) return { paddingTopLeft: L.point(20, 20), paddingBottomRight: L.point(20, Math.min(stage.bottom - panel.top, stage.height * 0.6) + 20) };
    return { paddingTopLeft: L.point(panel.right - stage.left + 24, 24), paddingBottomRight: L.point(64, 24) };
  }

  /** The deepest level whose lines can be read at this zoom. */
  level() {
    const zoom = this.map.getZoom();
    if (zoom >= 13 && this.isOn('grid')) return 'grid';
    return zoom >= 11 && this.isOn('community') ? 'community' : 'township';
  }

  /** The selection under a position, on the deepest level shown. @param {number} lon @param {number} lat */
  pick(lon, lat, level = this.level()) {
    const grid = this.model?.gridAt(worldX(lon), worldY(lat));
    if (!grid || !this.model) return null;
    const unit = { grid, community: this.model.communityOf(grid), township: this.model.townshipOf(grid) }[level] ?? grid;
    return { type: level, code: unit.code };
  }

  metresPerPixel() {
    return metresPerPixel(this.map.getCenter().lat, this.map.getZoom());
  }

  /** @returns {import('../state.js').MapView} */
  view() {
    const { lat, lng } = this.map.getCenter();
    return { zoom: this.map.getZoom(), lat: Number(lat.toFixed(5)), lon: Number(lng.toFixed(5)) };
  }

  /** @param {number} lon @param {number} lat */
  screen(lon, lat) {
    return this.map.latLngToContainerPoint([lat, lon]);
  }
}

/** @param {HTMLElement} element */
function makeMap(element) {
  const map = L.map(element, { zoomControl: false, attributionControl: false, fadeAnimation: false, minZoom: 8, maxZoom: 19, zoomSnap: 0.25, zoomDelta: 1, wheelPxPerZoomLevel: 90, maxBoundsViscosity: 0.6 });
  for (const [name, order] of PANES) {
    const pane = map.createPane(name);
    pane.style.zIndex = String(order);
    pane.style.pointerEvents = 'none';
  }
  map.setView([27.86, 112.9], 11);
  return map;
}
