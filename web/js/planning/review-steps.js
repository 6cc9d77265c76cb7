// The way of a draft: 起草 → 提交 → 审核 → 公示 → 生效 → 归档.

/** In the order in which they want attention. */
export const STATES = ['draft', 'rejected', 'submitted', 'approved', 'published', 'withdrawn', 'archived'];

export const STEPS = /** @type {const} */ (['draft', 'submitted', 'approved', 'notice', 'published', 'archived']);

/** Which step a draft stands at; a rejected one stands at the first again, a withdrawn one nowhere. @param {{state: string, noticeUntil: string | null}} draft @param {string} today day */
export function stepOf({ state, noticeUntil }, today) {
  if (state === 'withdrawn') return -1;
  if (state === 'rejected') return 0;
  if (state === 'approved') return noticeUntil && noticeUntil.slice(0, 10) >= today ? 3 : 2;
  return STEPS.indexOf(/** @type {any} */ (state));
}

/** @typedef {'submit' | 'approve' | 'reject' | 'publish' | 'recall' | 'discard' | 'archive'} Action */

/** @typedef {{name: string, wholeDistrict: boolean, by: string | null}} Approval */

/** What may be done with a draft, by whom; nobody judges his own, nor takes two steps. @param {{state: string, author: string, approvals?: Approval[]}} draft @param {{may: (right: string) => boolean, name: string}} who @returns {Action[]} */
export function actionsOf({ state, author, approvals = [] }, { may, name }) {
  const drawn = state === 'draft' || state === 'rejected';
  const judged = state === 'submitted' || state === 'approved';
  /** @type {[Action, boolean][]} */
  const actions = [
    ['submit', may('draft-edit') && drawn],
    ['approve', may('draft-approve') && state === 'submitted' && author !== name && !approvals.some(({ by }) => by === name)],
    ['publish', may('draft-approve') && state === 'approved'],
    ['reject', may('draft-approve') && judged && author !== name],
    ['recall', may('draft-edit') && judged],
    ['discard', may('draft-edit') && drawn],
    ['archive', may('draft-approve') && ['published', 'withdrawn', 'rejected'].includes(state)],
  ];
  return actions.filter(([, can]) => can).map(([action]) => action);
}

/** How the server calls an action: giving a draft up, and taking it back to draw on, are the same to it. @param {Action} action */
export const stepName = (action) => (action === 'recall' || action === 'discard' ? 'withdraw' : action);

/** The documents of a draft, in the order in which they are handed in. */
export const DOCUMENTS = ['boundaries.xlsx', 'changes.txt', 'wall-map.pdf', 'notice.docx', 'grids.geojson', 'grids.shp.zip', 'grids.gpkg', 'grids.kml', 'blocks.csv', 'changes.json'];
