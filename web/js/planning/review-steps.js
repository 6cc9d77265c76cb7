// The way of a draft: 起草 → 提交 → 审核 → 公示 → 生效.

/** In the order in which they want attention. */
export const STATES = ['draft', 'rejected', 'submitted', 'approved', 'published', 'withdrawn'];

export const STEPS = /** @type {const} */ (['draft', 'submitted', 'approved', 'notice', 'published']);

/** Which step a draft stands at; a rejected one stands at the first again, a withdrawn one nowhere. @param {{state: string, noticeUntil: string | null}} draft @param {string} today day */
export function stepOf({ state, noticeUntil }, today) {
  if (state === 'withdrawn') return -1;
  if (state === 'rejected') return 0;
  if (state === 'approved') return noticeUntil && noticeUntil.slice(0, 10) >= today ? 3 : 2;
  return STEPS.indexOf(/** @type {any} */ (state));
}

/** What may be done with a draft, by whom. @param {{state: string, author: string}} draft @param {{may: (right: string) => boolean, name: string}} who */
export function actionsOf({ state, author }, { may, name }) {
  const [edits, approves] = [may('draft-edit'), may('draft-approve')];
  const actions = [];
  if (edits && (state === 'draft' || state === 'rejected')) actions.push('submit');
  if (approves && state === 'submitted' && author !== name) actions.push('approve', 'reject');
  if (approves && state === 'approved') actions.push('publish');
  if (edits && ['draft', 'submitted', 'rejected'].includes(state)) actions.push('withdraw');
  return actions;
}

/** The documents of a draft, in the order in which they are handed in. */
export const DOCUMENTS = ['boundaries.xlsx', 'changes.txt', 'wall-map.pdf', 'notice.docx', 'grids.geojson', 'grids.shp.zip', 'grids.gpkg', 'grids.kml', 'blocks.csv', 'changes.json'];
