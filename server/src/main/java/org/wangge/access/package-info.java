/**
 * Accounts, signing in, tokens and the audit trail.
 *
 * <ul>
 *   <li><b>account</b> 账号: a person who signs in with a name and password, or through the
 *       district's own identity provider (OpenID Connect).
 *   <li><b>session</b>: one signing-in of an account in one browser; a cookie holds its identifier,
 *       the store only the hash of that.
 *   <li><b>token</b> 接口令牌: what a program shows instead; has one grant and a last day.
 *   <li><b>audit trail</b> 审计日志: who did what, when, from where, what stood there before and after;
 *       each entry carries the hash of the one before.
 *   <li><b>gate</b>: {@link org.wangge.access.AccessGate}, the one place where requests are let in.
 * </ul>
 *
 * <p>What roles may do is not here but in {@code policy}.
 */
@NullMarked
package org.wangge.access;

import org.jspecify.annotations.NullMarked;
