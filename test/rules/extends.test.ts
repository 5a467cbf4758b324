import { describe, expect, it } from 'vitest';
import { loadRules, SHIPPED, type Packs } from '../../src/rules/index.js';

/** The shipped packs and some more. */
const packs = (more: Record<string, string>): Packs => ({
  names: [...SHIPPED.names, ...Object.keys(more)],
  read: (name) => {
    const source = more[name];
    return source === undefined ? SHIPPED.read(name) : { source, path: `rules/${name}/rules.yml` };
  },
});
const load = (text: string, more: Record<string, string>) => loadRules(text, '.github/convenor.yml', packs(more));
const places = (text: string, more: Record<string, string>): [string, string, number, number][] => {
  const result = load(text, more);
  return result.ok ? [] : result.problems.map(({ code, path, line, column }) => [code, path, line, column]);
};

describe('A pack may extend another', () => {
  it('and each lays its own over it', () => {
    const result = load('extends: strict\nrules: { asking: { most: 1 } }', {
      strict: 'extends: slow\nname: strict\nrules: { consensus: { minor: 8 } }',
      slow: 'extends: minimal\nname: slow\nrules: { consensus: { minor: 6, significant: 20 } }',
    });
    expect(result).toMatchObject({
      ok: true,
      loaded: { rules: { name: 'strict', rules: { asking: { most: 1 }, consensus: { minor: 8, significant: 20 } } } },
    });
  });

  it('but not in a circle, which is shown where it closes', () => {
    const more = { a: 'name: a\nextends: b\n', b: 'extends: a\n', self: 'extends: self\n' };
    expect(places('extends: a', more)).toEqual([['rules/extends-circle', 'rules/b/rules.yml', 1, 1]]);
    expect(places('extends: self', more)).toEqual([['rules/extends-circle', 'rules/self/rules.yml', 1, 1]]);
    const result = load('extends: a', more);
    expect(result.ok ? '' : result.problems[0]?.message).toContain('`a`, `b`, `a`');
  });

  it('and a mistake is shown in the file that makes it', () => {
    const more = {
      odd: 'extends: mcp\nrules:\n  consensus: { minor: soon }\n',
      lost: 'extends: nowhere\n',
      torn: 'a: [',
    };
    expect(places('extends: odd', more)).toEqual([['rules/invalid_type', 'rules/odd/rules.yml', 3, 16]]);
    expect(places('extends: odd\nrules: { consensus: { minor: 5 } }', more)).toEqual([]);
    expect(places('extends: lost', more)).toEqual([['rules/unknown-pack', 'rules/lost/rules.yml', 1, 1]]);
    expect(places('extends: torn', more)).toMatchObject([['rules/yaml', 'rules/torn/rules.yml', 1, 5]]);
  });
});
