// The audit trail in words.

import { roleName } from '../access/account-menu.js';
import { number, t, tOr } from '../i18n.js';

/** @typedef {{seq: number, at: string, actor: string, actorKind: string, roles: string, action: string, subject: string, outcome: string, before: string, after: string, why: string, address: string, hash: string}} AuditEvent */

export const ACTIONS = ['sign-in', 'sign-out', 'password-change', 'password-reset', 'account-create', 'account-change', 'token-create', 'token-revoke', 'read-personal', 'write', 'refused', 'export'];
export const OUTCOMES = ['done', 'refused', 'failed'];

/** @param {string} action */
export const actionName = (action) => tOr(`action.${action}`, action);

/** @param {string} outcome */
export const outcomeName = (outcome) => tOr(`outcome.${outcome}`, outcome);

/** On what: an account or token by its kind, all else as it stands. @param {string} subject */
export function subjectText(subject) {
  const [, kind, name] = /^(account|token) (.+)$/.exec(subject) ?? [];
  if (kind) return `${t(`kind.${kind}`)} ${name}`;
  const [, count] = /^audit trail, (\d+) events$/.exec(subject) ?? [];
  return count ? `${t('section.audit')} · ${t('audit.count', { n: number(Number(count)) })}` : subject;
}

/** `commander@430302 planner@*` in words. @param {string} roles */
export const rolesText = (roles) => roles.split(' ').filter(Boolean).map(roleAt).join(t('list.and'));

/** @param {string} text */
function roleAt(text) {
  const [role, scope = ''] = text.split('@');
  return `${roleName(role)}${scope === '*' ? `（${t('scope.all')}）` : scope && `（${scope}）`}`;
}

/** Roles inside a summary of an account or token: `name (words) [role@scope …] disabled`. @param {string} summary */
export const summaryText = (summary) => tOr(`right.${summary}`, summary.replace(/\[([^\]]*)\]( disabled)?$|\[([^\]]*)\]( until )/, (_, roles, disabled, grant, until) => `[${rolesText(roles ?? grant)}]${disabled ? ` ${t('account.disabled')}` : ''}${until ? ` ${t('token.expires')} ` : ''}`));
