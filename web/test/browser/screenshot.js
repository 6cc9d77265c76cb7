// Takes a picture of a running server's page: WANGGE_URL=… WANGGE_PASSWORDS=… node test/browser/screenshot.js FILE.png [HASH] [WIDTHxHEIGHT] [NAME]
import { closeBrowser, DESKTOP, openPage } from './page.js';

const SETTLED_MS = 4000;
const [file = 'page.png', hash = 'map=15/27.8665/112.9080&sel=grid~430302001001001&at=112.9125,27.8680', size = '', as = 'planner'] = process.argv.slice(2);
const [width, height] = size.split('x').map(Number);

const { page } = await openPage(hash, { viewport: width && height ? { width, height } : DESKTOP, as });
await page.waitForTimeout(SETTLED_MS);
await page.screenshot({ path: file });
await closeBrowser();
