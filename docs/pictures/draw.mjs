/**
 * Draws the pictures of the README anew, from the result that `npm start` has written or another: `npm run pictures -- reports/kent-firewall-2023/result.json`.
 * Needs Chromium at /usr/bin/chromium, or where CHROMIUM says.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { drawings, page } from "../../dist/index.js";

const [result = "reports/kent-firewall-2023/result.json"] = process.argv.slice(2);
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
for (const [path, remedy] of [[result, "Run npm start first, or name another result.json."], [executablePath, "Install Chromium, or name one in CHROMIUM."]]) {
  if (existsSync(path)) continue;
  console.error(`${path}: there is no such file. ${remedy}`);
  process.exit(2);
}

const document = JSON.parse(readFileSync(result, "utf8"));
const drawn = await drawings(document);
const pathOf = (name) => fileURLToPath(new URL(`${name}.png`, import.meta.url));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const desk = await browser.newPage({ viewport: { width: 1040, height: 860 } });
  await desk.setContent(page(document, drawn));
  await desk.screenshot({ path: pathOf("page") });
  const sheet = await browser.newPage({ viewport: { width: 720, height: 400 }, deviceScaleFactor: 2 });
  const chart = drawn.find(({ name }) => name === "backlog") ?? drawn[0];
  await sheet.setContent(`<body style="margin: 20px">${chart.svg}</body>`);
  await sheet.screenshot({ path: pathOf("chart"), fullPage: true });
} finally {
  await browser.close();
}
for (const path of ["page", "chart"].map(pathOf)) console.log(`${path} ${Math.round(statSync(path).size / 1000)} kB`);
