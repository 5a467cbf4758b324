/**
 * Photographs Convenor's status comment for the README: tells the demo's story on the sandbox up to a chapter, renders
 * the real comment as GitHub would, and has a headless Chromium take the picture, light and dark.
 *
 *     npm run pictures                   # at the chapter below
 *     npm run pictures -- "adopted"      # at another chapter, by its name in src/sandbox/demo/story.ts
 *
 * Needs Chromium (`apt-get install chromium`); CHROMIUM names another one.
 */
import { statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playsFor } from '../dist/sandbox/demo/plays.js';
import { setStage } from '../dist/sandbox/demo/stage.js';
import { begin, chaptersFor } from '../dist/sandbox/demo/story.js';
import { handleGraphql } from '../dist/sandbox/graphql/handle.js';
import { handleRest } from '../dist/sandbox/rest/index.js';
import { Browser } from './pictures/browser.mjs';
import { page } from './pictures/page.mjs';

/** A block shows the most: what is decided, until when, who objects, and who is asked for what. */
const chapter = process.argv[2] ?? 'blocked';

const html = page(await statusCommentAt(chapter));
const browser = new Browser(process.env['CHROMIUM'] ?? 'chromium');
try {
  for (const scheme of ['light', 'dark']) {
    const file = fileURLToPath(new URL(`../docs/pictures/status-comment-${scheme}.png`, import.meta.url));
    writeFileSync(file, await browser.photograph(html, { scheme, selector: 'main' }));
    console.log(`${file}: ${Math.ceil(statSync(file).size / 1000)} kB`);
  }
} finally {
  await browser.close();
}

/** The body of the status comment once a chapter of the story has been told. */
async function statusCommentAt(name) {
  const {
    plays: [play],
  } = await playsFor({ real: null, authority: 'advise' }, '.');
  const chapters = chaptersFor('advise');
  const last = chapters.findIndex((one) => one.name === name);
  if (last === -1) {
    console.error(`There is no chapter "${name}". There are: ${chapters.map((one) => one.name).join(', ')}.`);
    process.exit(2);
  }
  const stage = await setStage(play, { rest: handleRest, graphql: handleGraphql });
  try {
    const told = await begin(stage);
    for (const one of chapters.slice(0, last + 1)) await one.act(told);
    const comment = told.pull.statusComment();
    if (!comment) throw new Error('Convenor wrote no status comment.');
    return comment.body;
  } finally {
    await stage.bench.stop();
    await stage.sandbox.close();
  }
}
