import { afterEach, expect, test } from 'vitest';
import { RULES_FILE } from '../../src/facts/governing.js';
import { Desk } from '../../src/sandbox/playground/desk.js';
import { settingOf } from '../../src/sandbox/playground/setting.js';
import { tidewire } from '../story/stage.js';
import { Visitor, wordsOf } from './table.js';

let desk: Desk | null = null;
afterEach(() => desk?.close());

/** A draft under which the group's word reaches further, and a consensus takes less time. */
const DRAFT = `extends: mcp
name: tidewire
delegation:
  grants:
    wire-format:
      authority: decide
      grantedBy: a draft
      since: 2026-03-02
`;

async function both(draft: string): Promise<Visitor> {
  const play = tidewire('wire-format', { pace: { sweepMinutes: 60 * 24, dashboardSeconds: 60 } });
  desk = await Desk.open(settingOf(play), {
    name: 'draft.yml',
    setting: settingOf({ ...play, files: { ...play.files, [RULES_FILE]: draft } }),
  });
  return new Visitor({ desks: [desk], token: 'a token' });
}

test('everybody does the same under both rules, and the page shows both verdicts where they differ', async () => {
  const visitor = await both(DRAFT);
  const start = wordsOf((await visitor.get('/wire-format/12')).body);
  expect(start).toMatch(/By other rules draft\.yml Both come to the same: A new proposal that awaits a sponsor\./);
  expect(start).toMatch(/\d+ differences of the rules/);
  for (let told = 0; told < 11; told++) await visitor.acts('adaquist', { do: 'chapter' });
  // The consensus is agreed: by the rules the core decides, and by the draft the group has decided.
  const { page } = await visitor.acts('adaquist', { do: 'until-due' });
  const words = wordsOf(page);
  expect(words).toMatch(/These rules in-review Before the Core Maintainers until/);
  expect(words).toMatch(/The other rules accepted Accepted/);
  const [here, there] = [desk?.table.pull(12), desk?.otherTable?.pull(12)];
  expect(there?.now.comments.filter(({ authorId }) => authorId === here?.now.authorId)).toHaveLength(
    here?.now.comments.filter(({ authorId }) => authorId === here.now.authorId).length ?? -1,
  );
});

test('what can be done under one of them alone is told', async () => {
  const visitor = await both(`extends: mcp
name: tidewire
rules:
  numbering: { mode: warn }
`);
  const { page } = await visitor.acts('adaquist', { do: 'chapter' });
  expect(wordsOf(page)).toContain('By other rules draft.yml');
  // Nothing is offered in the other world that was not offered here, and so a suggestion is found there by its marker.
  expect(wordsOf(page)).not.toContain('What went otherwise');
});
