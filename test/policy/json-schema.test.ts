import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readStories, storyJsonSchema } from '../../src/policy/index.js';

const FILE = 'docs/policy-tests.schema.json';
const PACK = 'rules/mcp/tests';
const OWN = { shown: 'nothing', loaded: null };

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const valid = ajv.compile(storyJsonSchema());

describe('The JSON Schema of a story file', () => {
  it(`is the one in ${FILE} (run with -u to write it anew)`, async () => {
    const options = { ...(await resolveConfig(FILE)), filepath: FILE };
    await expect(await format(JSON.stringify(storyJsonSchema()), options)).toMatchFileSnapshot(`../../${FILE}`);
  });

  it.each(readdirSync(PACK))('takes %s', (file) => {
    valid(parse(readFileSync(`${PACK}/${file}`, 'utf8')));
    expect(valid.errors).toBeNull();
  });

  it.each([
    ['an unknown key', 'proposal: { author: ada }\nstories: [{ story: a, stepz: [] }]'],
    ['a moment that is none', 'stories: [{ story: a, steps: [{ when: tomorrow }] }]'],
    ['an outcome that there is not', 'stories: [{ story: a, steps: [{ expect: { decision: { outcome: won } } }] }]'],
    ['a rule that there is not', 'stories: [{ story: a, steps: [{ refused: { ada: blokking } }] }]'],
  ])('refuses %s, as Convenor does', (_, text) => {
    expect(valid(parse(text))).toBe(false);
    expect(readStories([{ path: 'a.yml', text }], OWN).problems.map(({ code }) => code)).not.toEqual([]);
  });
});
