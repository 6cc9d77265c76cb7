/**
 * Who may do what, in words and one table; features ask it and do not know accounts.
 *
 * <ul>
 *   <li><b>role</b> 角色: what somebody is here (规划员, 网格员 …).
 *   <li><b>grant</b> 授权: a role together with the unit or grid in which it holds (its <b>scope</b>
 *       管辖范围).
 *   <li><b>right</b>: one action on one kind of thing (read cases, manage accounts).
 *   <li><b>viewer</b>: whoever sends a request, with his grants.
 *   <li><b>area</b>: where a viewer has a right: everywhere, nowhere, or inside some units.
 * </ul>
 *
 * <p>Sees the JDK only. Signing in, keeping accounts and the audit trail are the feature {@code
 * access}.
 */
@NullMarked
package org.wangge.policy;

import org.jspecify.annotations.NullMarked;
