import { BlockTool } from './block-tool.js';
import { CommentTool } from './comment-tool.js';
import { BoxTool, BrushTool, LassoTool, MoveTool } from './move-tools.js';
import { LockTool, MergeTool, RenameTool } from './pick-tools.js';
import { BalanceTool, DesignTool } from './propose-tools.js';
import { PushTool } from './push-tool.js';
import { SplitTool } from './split-tool.js';

/** @typedef {import('./tool.js').Tool} Tool */

const MAKERS = { pick: MoveTool, box: BoxTool, lasso: LassoTool, brush: BrushTool, split: SplitTool, push: PushTool, merge: MergeTool, lock: LockTool, rename: RenameTool, block: BlockTool, balance: BalanceTool, design: DesignTool, comment: CommentTool };

/** One of each kind. @param {import('./tool.js').Desk} desk @param {import('./tool.js').Work} work @returns {Record<string, Tool>} */
export const makeTools = (desk, work) => Object.fromEntries(Object.entries(MAKERS).map(([id, Maker]) => [id, new Maker(desk, work)]));
