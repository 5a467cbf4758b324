import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { loadRules, PACKS, rulesJsonSchema } from '../../src/rules/index.js';

const FILE = 'docs/rules.schema.json';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const valid = ajv.compile(rulesJsonSchema());

describe('The JSON Schema of a rules file', () => {
  it(`is the one in ${FILE} (run with -u to write it anew)`, async () => {
    const options = { ...(await resolveConfig(FILE)), filepath: FILE };
    await expect(await format(JSON.stringify(rulesJsonSchema()), options)).toMatchFileSnapshot(`../../${FILE}`);
  });

  it.each([...PACKS])('takes the pack %s', (pack) => {
    valid(parse(readFileSync(`rules/${pack}/rules.yml`, 'utf8')));
    expect(valid.errors).toBeNull();
  });

  it.each([
    ['an overlay of one number', 'extends: mcp\nrules: { consensus: { minor: 7 } }', true],
    ['a part of a share', 'rules: { vote: { quorum: { num: 2 } } }', true],
    ['a grant', 'delegation: { grants: { k: { authority: decide, grantedBy: core, since: "2026-01-01" } } }', true],
    ['half a grant', 'delegation: { grants: { k: { authority: decide } } }', false],
    ['a channel', 'tell: { core: core-maintainers }', true],
    ['an address for a channel', 'tell: { core: "https://discord.com/api/webhooks/42/x" }', false],
    ['an unknown key', 'rules: { concensus: {} }', false],
    ['an unknown pack', 'extends: mpc', false],
    ['a number out of bounds', 'rules: { consensus: { minor: 0 } }', false],
    ['a row without a part', 'rules: { transitions: { table: [{ from: [draft], to: final }] } }', false],
  ])('says of %s what Convenor says', (_name, text, fine) => {
    expect(valid(parse(text))).toBe(fine);
    expect(loadRules(text).ok).toBe(fine);
  });

  it('says of every key what it means', () => {
    expect(undescribed(rulesJsonSchema())).toEqual([]);
  });
});

/** The paths of keys without a description. */
function undescribed(shape: ReturnType<typeof rulesJsonSchema>, path = ''): string[] {
  const inner = Object.entries(shape.properties ?? {}).flatMap(([key, below]) => {
    const here = `${path}.${key}`;
    return [...(below.description === undefined ? [here] : []), ...undescribed(below, here)];
  });
  const others =
    typeof shape.additionalProperties === 'object' ? undescribed(shape.additionalProperties, `${path}.*`) : [];
  return [...inner, ...others, ...(shape.items ? undescribed(shape.items, `${path}[]`) : [])];
}
