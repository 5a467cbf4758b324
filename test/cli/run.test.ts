import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENTRIES, isFamily, SUBCOMMANDS } from '../../src/cli/subcommands.js';
import { convenor } from './terminal.js';

describe('somebody who does not know Convenor', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']], [['help', '--help']]])(
    'gets the list of commands: %j',
    async (args) => {
      const { status, out, err } = await convenor(args);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      for (const { name, summary } of ENTRIES) expect(out).toContain(`  ${name.padEnd(12)}  ${summary}\n`);
    },
  );

  it.each(SUBCOMMANDS.map(({ name, usage }) => [name, usage]))(
    'gets all about "%s" in either way',
    async (name, usage) => {
      const words = name.split(' ');
      const asked = await convenor(['help', ...words]);
      expect(asked).toMatchObject({ status: 0, err: '' });
      expect(asked.out.startsWith(`Usage: convenor ${usage}\n`)).toBe(true);
      expect(await convenor([...words, '--help'])).toEqual(asked);
      expect(await convenor([...words, '-h', 'and', 'more'])).toEqual(asked);
    },
  );

  it.each(ENTRIES.filter(isFamily).map((family) => [family.name, family] as const))(
    'gets what there is under "%s" in each way',
    async (name, { members }) => {
      const alone = await convenor([name]);
      expect(alone).toMatchObject({ status: 0, err: '' });
      for (const member of members) {
        expect(member.name.startsWith(`${name} `)).toBe(true);
        expect(alone.out).toContain(`  ${member.name}`);
        expect(alone.out).toContain(`  ${member.summary}\n`);
      }
      expect(await convenor([name, '--help'])).toEqual(alone);
      expect(await convenor(['help', name])).toEqual(alone);
      expect(await convenor(['help', name, '-h'])).toEqual(alone);
    },
  );

  it('gets the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await convenor(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
  });
});

describe('wrong use ends in 2, with nothing on stdout and one line that says what to write', () => {
  it.each([
    [['prase'], 'there is no command "prase". Did you mean "parse"?'],
    [['frobnicate'], 'there is no command "frobnicate". See: convenor --help'],
    [['help', 'chekc'], 'there is no command "chekc". Did you mean "check"?'],
    [['help', 'check', 'twice'], 'there is no command "check twice". See: convenor help check'],
    [['--versoin'], 'there is no option "--versoin" here. Did you mean "--version"?'],
    [['--json', 'parse', 'x.md'], 'there is no option "--json" here. Options of a command stand behind its name.'],
    [['rules', 'chekc'], 'there is no command "rules chekc". Did you mean "rules check"?'],
    [['rules', 'frobnicate'], 'there is no command "rules frobnicate". See: convenor help rules'],
    [['rules', '--json'], '"rules" has no option "--json". See: convenor help rules'],
    [['help', 'rules', 'chekc'], 'there is no command "rules chekc". Did you mean "rules check"?'],
    [['parse'], '"parse" needs at least one file. Usage: convenor parse [--json] FILE...'],
    [['parse', '--jsn', 'x.md'], '"parse" has no option "--jsn". Did you mean "--json"? See: convenor help parse'],
    [['parse', 'x.md', '-q'], '"parse" has no option "-q". See: convenor help parse'],
    [['parse', '--constructor', 'x.md'], '"parse" has no option "--constructor". See: convenor help parse'],
    [['parse', '--json=yes', 'x.md'], "Option '--json' does not take an argument"],
    [['check'], '"check" needs one folder. Usage: convenor check [--json] DIR'],
    [['check', 'a', 'b'], '"check" takes one folder, and here are 2. Usage: convenor check [--json] DIR'],
    [['commands', 'all'], '"commands" takes no operands. Usage: convenor commands [--json]'],
    [['\u001b[2J'], 'there is no command "\\x1b[2J". See: convenor --help'],
  ])('%j', async (args, words) => {
    expect(await convenor(args)).toEqual({ status: 2, out: '', err: `convenor: ${words}\n` });
  });
});
