import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLedger } from '../../src/ledger/chain.js';
import { runDemo } from '../../src/sandbox/demo/run.js';
import { convenor } from '../cli/terminal.js';
import { listener } from './telling.js';

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

/** A paragraph of the story as one line, so that a sentence is found wherever it was wrapped. */
const unwrapped = (text: string): string => text.replace(/\s+/g, ' ');

test(
  'the demo tells how a proposal passes, once by the core and once by a delegation',
  { timeout: 120_000 },
  async () => {
    const heard = await listener();
    expect(await runDemo(['--once'], heard.io)).toBe(0);
    expect(heard.complained()).toBe('');
    const story = heard.said();
    expect(widest(story)).toBeLessThanOrEqual(92);
    // Not a terminal: no colour, no cursor.
    expect(story).not.toContain('\u001b');

    const [, core = '', window = ''] = story.split(/Story \d of 2: /);
    expect(unwrapped(core)).toContain('Short frames for satellite links A proposal to tidewire/tidewire');
    const chapters = [...core.matchAll(/^ ?\d+ {2}(.+)$/gm)].map(([, name]) => name);
    expect(chapters).toEqual([
      'Pull request opened',
      'Remark mended',
      'Number and group',
      'An outsider',
      'Adopted',
      'Sponsored',
      'Suggestion accepted',
      'Consensus opened',
      'Words that do not count',
      'Malformed block',
      'Blocked',
      'Cleared',
      'Consensus recorded',
      'Ballots',
      'Final',
    ]);
    expect(unwrapped(core)).toContain('│ `/sep adopt` is for a lead of the group (Wire Format Working Group)');
    expect(core).toMatch(/Marks {4}\+ line 1, warning: [\s\S]*\+ line 1, warning: The heading/);
    expect(unwrapped(core)).toContain('about to make the suggestion that mends `heading/number`');
    expect(unwrapped(core)).toContain('about to make the suggestion `Sponsor: @kofiadu`');
    expect(core).toContain('- PR: TBD\n             + PR: https://github.com/tidewire/tidewire/pull/12');
    expect(core).toMatch(/Remark mended[\s\S]*"3 remarks[\s\S]*Resolved PR: https:[^(]*\(by adaquist\)/);
    expect(core).toMatch(/Number and group[\s\S]*Resolved # SEP-12: Short frames[^(]*\(by convenor\[bot\]\)/);
    expect(core).toContain('- Sponsor: None\n             + Sponsor: @kofiadu');
    expect(core).toContain('+in-review  -draft');
    expect(unwrapped(core)).toContain('Words that do not count A quoted command');
    expect(core).toMatch(/Words that do not count[\s\S]*?Ledger {3}Nothing is added\./);
    expect(unwrapped(core)).toContain('+ gracelindqvist said `/core reject`.');
    expect(core).toMatch(/Status {3}Final\.[\s\S]*convenor\/merge: success/);

    const [, nomination = ''] = core.split('A nomination');
    expect(unwrapped(nomination)).toMatch(
      /passerby: advance \(member\) opened until [^.]*\..*It ended \(approved\)\. Sponsored by @?bolarsen/,
    );
    expect(unwrapped(nomination)).toContain('Convenor is about to make the pull request for the roster.');
    expect(unwrapped(nomination)).toContain('passerby said `/endorse newcomer`.');

    expect(window).toContain('Window passes');
    expect(window).not.toContain('Ballots');
    expect(unwrapped(window)).toContain('Nobody objected within the window: accepted.');
    expect(window).toMatch(/Status {3}Final\./);
    expect(window).toMatch(/A comment with a command +\d+ +4 to 6/);

    // What a stranger finds who checks it, and what of it somebody has forged.
    expect(unwrapped(story)).toMatch(
      /The record of Wire Format: \d+ lines and \d+ commits\. Every hash is right, every decision follows [^.]*only extends\. The record of Discovery: /,
    );
    const [, forged = ''] = unwrapped(story).split('Forged, and caught');
    expect(forged).toMatch(
      /where they stand in the ledger\. Caught ledgers\/15\/0001\.jsonl:\d+ This line does not hold/,
    );
    expect(forged).toMatch(
      /makes every hash right again\. Caught ledgers\/15\/0001\.jsonl:\d+ The closing of D1 says "agreed", and its acts come to "blocked"/,
    );
    expect(forged).toMatch(/pushes it to the branch\. Caught commit [0-9a-f]{7} [^.]*Mallory/);

    // What is left of it can be read and checked by anybody.
    for (const group of ['wire-format', 'discovery']) {
      const { status, out } = await convenor(['verify', join(heard.cwd, 'demo-out', group)]);
      expect(out).toContain('final, D1 consensus agreed, D2 ');
      expect([status, out]).toEqual([0, expect.stringContaining('Everything that was checked holds.')]);
    }
    const ledger = await readFile(join(heard.cwd, 'demo-out/discovery/ledgers/15/0001.jsonl'), 'utf8');
    expect(readLedger(ledger).ok).toBe(true);
    const page = await readFile(join(heard.cwd, 'demo-out/wire-format/dashboard/groups/wire-format.md'), 'utf8');
    expect(page).toContain('Short frames for satellite links');
    await rm(heard.cwd, { recursive: true });
  },
);
