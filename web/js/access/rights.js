// What the parts of the page ask for, and which roles have it: the lines of the server's policy that visitors meet as tabs.

/** Right of each tab of the map. @type {Record<string, string>} */
export const TAB_RIGHTS = { grid: 'map-read', findings: 'finding-read', cases: 'case-read', party: 'party-count', services: 'point-read' };

/** In the order of the server's table. */
export const ROLES = ['administrator', 'planner', 'approver', 'commander', 'grid-worker', 'branch-secretary', 'window-clerk', 'integrator', 'auditor', 'report-handler'];

/** Roles without a right; all others have it. A visitor who has not signed in is told too, and cannot ask the server. @type {Record<string, string[]>} */
const WITHOUT = {
  'draft-read': ['grid-worker', 'branch-secretary', 'window-clerk', 'integrator', 'report-handler'],
  'case-read': ['report-handler'],
  'party-count': ['window-clerk', 'report-handler'],
  'finding-read': ['grid-worker', 'branch-secretary', 'window-clerk', 'report-handler'],
};

/** @param {string} right */
export const rolesWith = (right) => ROLES.filter((role) => !(WITHOUT[right] ?? []).includes(role));
