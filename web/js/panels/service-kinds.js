// Kinds of service points by the label the server knows them by: glyph, colour (--kind-n) and key of the text.

/** @type {Record<string, {glyph: string, colour: number, text: string}>} */
const KINDS = {
  党群服务中心: { glyph: 'party', colour: 5, text: 'service.party' },
  便民服务中心: { glyph: 'centre', colour: 1, text: 'service.centre' },
  综合窗口: { glyph: 'window', colour: 2, text: 'service.window' },
  社工总站: { glyph: 'station', colour: 4, text: 'service.mainStation' },
  社工站: { glyph: 'station', colour: 4, text: 'service.station' },
  社工室: { glyph: 'station', colour: 6, text: 'service.room' },
  民情反映栏: { glyph: 'board', colour: 3, text: 'service.board' },
  举报箱: { glyph: 'box', colour: 7, text: 'service.box' },
  孵化基地: { glyph: 'incubator', colour: 2, text: 'service.incubator' },
  其他: { glyph: 'point', colour: 7, text: 'service.other' },
};
const UNKNOWN = { glyph: 'point', colour: 7, text: '' };

/** @param {string} kind */
export const lookOf = (kind) => KINDS[kind] ?? UNKNOWN;
