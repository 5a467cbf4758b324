import { describe, expect, it } from 'vitest';
import { hashOf, loadRules, PACKS, rulesSchema, type Rules, type RulesProblem } from '../../src/rules/index.js';

const rulesOf = (text: string | null): Rules => {
  const result = loadRules(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.loaded.rules;
};
const problems = (text: string): RulesProblem[] => {
  const result = loadRules(text);
  return result.ok ? [] : result.problems;
};

describe('The packs', () => {
  it.each([...PACKS])('%s is valid, and its hash survives being written down and read again', (pack) => {
    const result = loadRules(`extends: ${pack}\n`);
    expect(result.ok && result.loaded.rules.name).toBe(pack);
    if (!result.ok) return;
    const { rules, sha256 } = result.loaded;
    expect(hashOf(rulesSchema.parse(JSON.parse(JSON.stringify(rules))))).toBe(sha256);
  });

  it('the default one governs where there is no file', () => {
    expect(rulesOf(null).name).toBe('mcp');
    expect(rulesOf('name: ours\n')).toEqual({ ...rulesOf(null), name: 'ours' });
  });
});

describe('A file laid over a pack', () => {
  it('changes one number and keeps the rest', () => {
    const base = rulesOf(null);
    const { rules } = rulesOf('rules:\n  consensus:\n    minor: 7\n');
    expect(rules.consensus).toEqual({ ...base.rules.consensus, minor: 7 });
    expect({ ...rules, consensus: base.rules.consensus }).toEqual(base.rules);
  });

  it('changes the hash with the content, and not with the comments', () => {
    const hash = (text: string): string => hashOf(rulesOf(text));
    expect(hash('rules: { consensus: { minor: 7 } }')).not.toBe(hash('name: mcp'));
    expect(hash('# why\nrules:\n  consensus:\n    minor: 7\n')).toBe(hash('rules: { consensus: { minor: 7 } }'));
  });

  it('replaces a list whole', () => {
    expect(rulesOf('rules:\n  sponsorship:\n    who: [core-maintainer]\n').rules.sponsorship.who).toEqual([
      'core-maintainer',
    ]);
  });

  it('adds a grant', () => {
    const text = 'delegation:\n  grants:\n    kettles: { authority: decide, grantedBy: core, since: 2026-01-01 }\n';
    expect(rulesOf(text).delegation.grants['kettles']).toEqual({
      authority: 'decide',
      grantedBy: 'core',
      since: '2026-01-01',
    });
  });

  it('may repeat itself by an alias', () => {
    const text = 'rules:\n  adoption: { who: &who [maintainer] }\n  sponsorship: { who: *who }\n';
    expect(rulesOf(text).rules.sponsorship.who).toEqual(['maintainer']);
  });
});

/** Code, line, column and source line of each problem. */
const places = (text: string): [string, number, number, string][] =>
  problems(text).map(({ code, line, column, excerpt }) => [code, line, column, excerpt]);

describe('A problem is given with its place', () => {
  it.each<[string, string, [string, number, number, string][]]>([
    ['broken YAML', 'name: x\nrules: [\n', [['rules/yaml', 3, 1, '']]],
    ['a key twice', 'name: x\nname: y\n', [['rules/yaml', 2, 1, 'name: y']]],
    ['two documents', 'name: x\n---\nname: y\n', [['rules/yaml', 2, 1, '---']]],
    ['nothing at all', '', [['rules/shape', 1, 1, '']]],
    ['only a comment', '# later\n', [['rules/shape', 1, 1, '# later']]],
    ['a list', '- x\n', [['rules/shape', 1, 1, '- x']]],
    ['a word', 'x\n', [['rules/shape', 1, 1, 'x']]],
    ['an unknown pack', 'name: x\nextends: mpc\n', [['rules/unknown-pack', 2, 1, 'extends: mpc']]],
    ['a pack that is a path', 'extends: ../../secrets\n', [['rules/unknown-pack', 1, 1, 'extends: ../../secrets']]],
    ['a pack that is a list', 'extends: [mcp]\n', [['rules/unknown-pack', 1, 1, 'extends: [mcp]']]],
    ['no pack', 'extends:\n', [['rules/unknown-pack', 1, 1, 'extends:']]],
    ['an unknown key', 'rules:\n  consensus:\n    minr: 5\n', [['rules/unknown-key', 3, 5, '    minr: 5']]],
    ['a key that is a number', '1: x\n', [['rules/unknown-key', 1, 1, '1: x']]],
    ['a wrong type', 'rules:\n  consensus:\n    minor: soon\n', [['rules/invalid_type', 3, 5, '    minor: soon']]],
    [
      'a number too large',
      'rules: { consensus: { minor: 1000 } }',
      [['rules/too_big', 1, 23, 'rules: { consensus: { minor: 1000 } }']],
    ],
    [
      'half a day',
      'rules: { consensus: { minor: 0.5 } }',
      [['rules/invalid_type', 1, 23, 'rules: { consensus: { minor: 0.5 } }']],
    ],
    ['a number for a map', 'rules:\n  consensus: 5\n', [['rules/invalid_type', 2, 3, '  consensus: 5']]],
    ['null for a map', 'name: x\nrules:\n', [['rules/invalid_type', 2, 1, 'rules:']]],
    [
      'a standing that there is not',
      'rules:\n  adoption:\n    who:\n      - lead\n      - king\n',
      [['rules/invalid_value', 5, 9, '      - king']],
    ],
    ['nobody who may', 'rules:\n  adoption: { who: [] }\n', [['rules/too_small', 2, 15, '  adoption: { who: [] }']]],
    [
      'more than the whole',
      'rules:\n  core-decision:\n    quorum: { num: 3, den: 2 }\n',
      [['rules/custom', 3, 5, '    quorum: { num: 3, den: 2 }']],
    ],
    [
      'a share of nothing',
      'rules:\n  core-decision:\n    quorum: { num: 0, den: 0 }\n',
      [['rules/too_small', 3, 23, '    quorum: { num: 0, den: 0 }']],
    ],
    [
      'a part that a grant lacks',
      'delegation:\n  grants:\n    kettles: { authority: decide, since: 2026-01-01 }\n',
      [['rules/invalid_type', 3, 5, '    kettles: { authority: decide, since: 2026-01-01 }']],
    ],
    [
      'a part that a new row lacks',
      'rules:\n  transitions:\n    table:\n      - { from: [draft], to: final }\n',
      [['rules/invalid_type', 4, 9, '      - { from: [draft], to: final }']],
    ],
    [
      'a power for every group',
      'delegation:\n  default: decide\n',
      [['rules/invalid_value', 2, 3, '  default: decide']],
    ],
    [
      'the same, unless the core objects',
      'delegation: { default: veto-window }',
      [['rules/invalid_value', 1, 15, 'delegation: { default: veto-window }']],
    ],
    [
      'a day that there is not',
      'delegation:\n  grants:\n    kettles: { authority: decide, grantedBy: core, since: 2026-02-30 }\n',
      [['rules/invalid_format', 3, 52, '    kettles: { authority: decide, grantedBy: core, since: 2026-02-30 }']],
    ],
    [
      'an alias for a wrong value',
      'rules:\n  adoption: &a { who: [king] }\n  sponsorship: *a\n',
      [
        ['rules/invalid_value', 2, 24, '  adoption: &a { who: [king] }'],
        ['rules/invalid_value', 3, 3, '  sponsorship: *a'],
      ],
    ],
    ['an alias for nothing', 'rules: *nowhere\n', [['rules/yaml', 1, 8, 'rules: *nowhere']]],
    ['the prototype, as a key', 'name: x\n__proto__:\n  name: y\n', [['rules/unknown-key', 2, 1, '__proto__:']]],
    [
      'the prototype, deeper',
      'delegation:\n  grants:\n    __proto__: { authority: decide }\n',
      [['rules/unknown-key', 3, 5, '    __proto__: { authority: decide }']],
    ],
    [
      'the constructor, as a key',
      'constructor: { prototype: { x: 1 } }\n',
      [['rules/unknown-key', 1, 1, 'constructor: { prototype: { x: 1 } }']],
    ],
  ])('%s', (_name, text, expected) => {
    expect(places(text)).toEqual(expected);
    for (const { path, message } of problems(text)) {
      expect(path).toBe('.github/convenor.yml');
      expect(message).not.toBe('');
    }
  });

  it('all at once', () => {
    const text = 'nme: x\nrules:\n  consensus: { minor: soon, major: 3 }\n  adoption: { who: [king] }\n';
    expect(
      places(text)
        .map(([code, line]) => [code, line])
        .sort(),
    ).toEqual([
      ['rules/invalid_type', 3],
      ['rules/invalid_value', 4],
      ['rules/unknown-key', 1],
      ['rules/unknown-key', 3],
    ]);
  });

  it('with the same lines where the file has line breaks of Windows', () => {
    expect(places('name: x\r\nnme: y\r\n')).toEqual([['rules/unknown-key', 2, 1, 'nme: y']]);
  });

  it.each([
    ['nme: x', '`name`'],
    ['rules:\n  concensus: {}', '`consensus`'],
    ['rules:\n  consensus:\n    minr: 5', '`minor`'],
    ['rules:\n  transitions:\n    table:\n      - { from: [draft], to: final, who: [lead], reson: true }', '`reason`'],
    [
      'delegation:\n  grants:\n    k: { authority: decide, grantedBy: c, since: 2026-01-01, untl: 2026-02-01 }',
      '`until`',
    ],
    ['extends: mpc', '`mcp`'],
  ])('with the key that was probably meant: %j', (text, meant) => {
    expect(problems(text)[0]!.message).toContain(`Did you mean ${meant}?`);
  });

  it('without a guess where nothing is near', () => {
    expect(problems('frobnicate: 1')[0]!.message).not.toContain('Did you mean');
  });
});

describe('A file that is made to do harm', () => {
  it('is refused: aliases that multiply', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const inner = level === 0 ? '["x","x"]' : `[${Array.from({ length: 10 }, () => `*a${level - 1}`).join(',')}]`;
      return `a${level}: &a${level} ${inner}`;
    });
    expect(places(levels.join('\n'))).toEqual([['rules/yaml', 2, 10, levels[1]]]);
  });

  it('is refused: brackets without end', () => {
    expect(problems('['.repeat(100_000))).not.toEqual([]);
    expect(problems(`a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`)).not.toEqual([]);
  });

  it('is refused: maps without end', () => {
    expect(problems('{a: '.repeat(20_000))).not.toEqual([]);
  });

  it('is refused: a value that holds itself', () => {
    expect(problems('delegation:\n  grants: &a\n    kettles: *a\n')).not.toEqual([]);
    expect(problems('rules: &a\n  consensus: *a\n')).not.toEqual([]);
  });

  it('is refused: a file that is too large', () => {
    expect(places(`name: ${'x'.repeat(300_000)}`)[0]!.slice(0, 3)).toEqual(['rules/too-large', 1, 1]);
  });

  it('leaves every other object as it was', () => {
    loadRules(
      '__proto__: { polluted: 1 }\nrules: { __proto__: { polluted: 1 } }\nconstructor: { prototype: { polluted: 1 } }',
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('The channels that people are told things in', () => {
  const ADDRESS = 'https://discord.com/api/webhooks/42/hush-hush';

  it('are named', () => {
    const { tell } = rulesOf('tell: { core: core-maintainers, groups: { kettles: kettles-wg } }');
    expect(tell).toEqual({ ...rulesOf(null).tell, core: 'core-maintainers', groups: { kettles: 'kettles-wg' } });
  });

  it.each([
    ["for the core's channel", `tell: { core: "${ADDRESS}" }`],
    ["for a group's channel", `tell: { groups: { kettles: "${ADDRESS}" } }`],
    ['for a part of one', 'tell: { core: discord.com/hush-hush }'],
  ])('are refused where an address stands %s, and it is not repeated', (_, text) => {
    const [problem, ...others] = problems(text);
    expect(others).toEqual([]);
    expect(problem?.message).toMatch(
      /^`tell\.[a-z.]+`: A channel is named by small letters.* have the service make a new one\.$/,
    );
    expect(JSON.stringify(problem)).not.toContain('hush');
  });

  it('are refused in the place of a group', () => {
    expect(problems(`tell: { groups: { "${ADDRESS}": kettles } }`)).toHaveLength(1);
  });
});
