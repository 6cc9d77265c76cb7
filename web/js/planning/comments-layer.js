import { worldX, worldY } from '../geo.js';
import { paintPin } from '../map/paint-points.js';

/** Comments as numbered pins. @param {import('./desk.js').Desk} desk */
export function showComments(desk) {
  desk.view.symbolPainters.push((sheet, palette) => {
    desk.comments.forEach(({ place, resolved }, i) => {
      if (!place || !desk.draft) return;
      const [x, y] = [worldX(place[0]), worldY(place[1])];
      paintPin(sheet, x, y, resolved ? palette['label-soft'] : palette.finding, palette.land);
      const { ctx, scale, left, top } = sheet;
      ctx.font = '600 11px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.fillStyle = palette.land;
      ctx.beginPath();
      ctx.arc(x * scale - left, y * scale - top - 21, 7.5, 0, 2 * Math.PI);
      ctx.fill();
      ctx.fillStyle = palette.label;
      ctx.fillText(String(i + 1), x * scale - left, y * scale - top - 20.5);
    });
  });
  desk.on(['comments'], () => desk.view.symbols?.repaint());
}
