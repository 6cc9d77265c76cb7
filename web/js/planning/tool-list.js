// The tools in the order of the tool bar, with the key that takes each into the hand.

/** @typedef {{id: string, key: string, icon: string}} ToolEntry */

/** @type {ToolEntry[]} */
export const TOOLS = [
  { id: 'pick', key: 's', icon: 'pick' },
  { id: 'box', key: 'r', icon: 'boxSelect' },
  { id: 'lasso', key: 'l', icon: 'lasso' },
  { id: 'brush', key: 'b', icon: 'brush' },
  { id: 'split', key: 'x', icon: 'split' },
  { id: 'push', key: 'p', icon: 'push' },
  { id: 'merge', key: 'm', icon: 'merge' },
  { id: 'lock', key: 'k', icon: 'lock' },
  { id: 'rename', key: 't', icon: 'rename' },
  { id: 'block', key: 'd', icon: 'splitBlock' },
  { id: 'balance', key: 'e', icon: 'balance' },
  { id: 'design', key: 'g', icon: 'design' },
  { id: 'comment', key: 'c', icon: 'comment' },
];

export const TOOL_IDS = TOOLS.map((tool) => tool.id);
