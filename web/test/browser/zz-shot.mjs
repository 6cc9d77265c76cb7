import { pathToFileURL } from 'url'; import fs from 'fs';
const log=fs.readFileSync('/tmp/run1.log','utf8');
process.env.WANGGE_URL='http://127.0.0.1:8091'; process.env.WANGGE_PASSWORDS=JSON.stringify(Object.fromEntries([...log.matchAll(/^ {2}([a-z-]+) +([a-z0-9]+)$/gm)].map(m=>[m[1],m[2]])));
const P=await import(pathToFileURL('/work/main/web/test/browser/page.js').href);
const {ask}=P;
let o=await P.openPage('',{path:'/planning/'}); await o.page.waitForTimeout(1500); await o.page.screenshot({path:'/tmp/s1.png'});
console.log(await o.page.evaluate(()=>document.body.innerText.slice(0,600)));
await o.close();
await P.closeBrowser();
