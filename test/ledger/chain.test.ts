import { describe, expect, it } from 'vitest';
import { chain, readLedger, sha256 } from '../../src/ledger/chain.js';
import type { Line, LineBody } from '../../src/ledger/lines.js';

const pull = (at: string, state: 'open' | 'closed'): LineBody => ({ kind: 'pull', at, state });
const BODIES: LineBody[] = [
  {
    kind: 'opened',
    at: '2026-11-02T09:00:00Z',
    subject: { kind: 'proposal', number: 7 },
    by: { id: 1, login: 'ada' },
  },
  { kind: 'intent', at: '2026-11-02T09:00:01Z', key: 'reply: "Grüße" 你好 🫖 \u2028', people: [] },
  pull('2026-11-03T09:00:00Z', 'closed'),
  pull('2026-11-04T09:00:00Z', 'open'),
];
const LINES = chain(BODIES, null);
const text = (lines: readonly string[] = LINES): string => lines.map((line) => `${line}\n`).join('');
/** The line (from 1) at which a ledger is broken; null where it is whole. */
const brokenAt = (ledger: string): number | null => {
  const reading = readLedger(ledger);
  return reading.ok ? null : reading.broken.line;
};

describe('A ledger', () => {
  it('reads back what was written, in its place', () => {
    const reading = readLedger(text());
    expect(reading.ok && reading.lines.map(({ seq }) => seq)).toEqual([0, 1, 2, 3]);
    expect(reading.ok && reading.lines[1]).toEqual({ v: 1, seq: 1, ...BODIES[1], prev: sha256(LINES[0]!) });
    expect((JSON.parse(LINES[0]!) as Line).prev).toBeNull();
  });

  it('is the same written in two parts as in one', () => {
    const first = chain(BODIES.slice(0, 2), null);
    expect([...first, ...chain(BODIES.slice(2), first.at(-1)!)]).toEqual(LINES);
  });

  it('may be empty', () => {
    expect(readLedger('')).toEqual({ ok: true, lines: [] });
  });
});

describe('A changed ledger is found', () => {
  it('for any changed byte of any line that another follows', () => {
    const bytes = Buffer.from(text(LINES.slice(0, 3)));
    const end = bytes.length - Buffer.byteLength(`${LINES[2]}\n`);
    for (let index = 0; index < end; index++) {
      for (const change of [bytes[index]! ^ 1, 0x20, 0x0a]) {
        if (change === bytes[index]) continue;
        const copy = Buffer.from(bytes);
        copy[index] = change;
        expect({ index, change, broken: brokenAt(copy.toString('utf8')) }).not.toMatchObject({ broken: null });
      }
    }
  });

  it.each(LINES.slice(0, -1).map((_, index) => index))('where line %i from 0 was taken out', (index) => {
    expect(brokenAt(text(LINES.filter((_, at) => at !== index)))).toBe(index + 1);
  });

  it('where two lines changed places', () => {
    expect(brokenAt(text([LINES[0]!, LINES[2]!, LINES[1]!, LINES[3]!]))).toBe(2);
  });

  it('where a line stands twice', () => {
    expect(brokenAt(text([LINES[0]!, LINES[1]!, LINES[1]!]))).toBe(3);
  });

  it('where a line was put in with its number and the hash of another', () => {
    const [, forged] = chain([BODIES[0]!, pull('2026-11-05T09:00:00Z', 'open')], null);
    expect(brokenAt(text([LINES[0]!, LINES[1]!, forged!.replace('"seq":1', '"seq":2')]))).toBe(3);
  });

  it('where the last line is cut off, at any place', () => {
    const whole = text();
    for (let cut = 1; cut <= LINES[3]!.length; cut++) expect(brokenAt(whole.slice(0, -cut))).toBe(4);
    expect(readLedger(whole.slice(0, -1))).toMatchObject({ broken: { message: 'The last line is cut off.' } });
  });

  it.each([
    ['an empty line in between', text([LINES[0]!, '', LINES[1]!]), 2],
    ['an empty line at the end', `${text()}\n`, 5],
    ['only a line break', '\n', 1],
    ['line breaks of Windows', text().replaceAll('\n', '\r\n'), 2],
    ['a mark in front', `\uFEFF${text()}`, 1],
    ['no JSON', 'words\n', 1],
    ['no object', 'null\n', 1],
  ])('with %s', (_name, ledger, line) => {
    expect(brokenAt(ledger)).toBe(line);
  });
});

describe('A line that is not of the form is refused', () => {
  const first = JSON.parse(LINES[0]!) as Record<string, unknown>;
  it.each<[string, Record<string, unknown>]>([
    ['a key that is not ours', { ...first, extra: 1 }],
    ['a key that is not ours, further in', { ...first, by: { id: 1, login: 'ada', admin: true } }],
    ['another version', { ...first, v: 2 }],
    ['an unknown kind', { ...first, kind: 'acts' }],
    ['no number', { ...first, seq: undefined }],
    ['a number to begin with that is not 0', { ...first, seq: 1 }],
    ['a hash to begin with', { ...first, prev: 'a'.repeat(64) }],
    ['a time without its zone', { ...first, at: '2026-11-02T09:00:00' }],
    ['a time of another zone', { ...first, at: '2026-11-02T09:00:00+01:00' }],
    ['an id that is a text', { ...first, by: { id: '1', login: 'ada' } }],
    ['an id that is no whole number', { ...first, by: { id: 1.5, login: 'ada' } }],
    ['a login of nothing', { ...first, by: { id: 1, login: '' } }],
  ])('%s', (_name, line) => {
    expect(brokenAt(`${JSON.stringify(line)}\n`)).toBe(1);
  });

  it('a prototype', () => {
    expect(brokenAt(`${LINES[0]!.replace('{', '{"__proto__":{"kind":"pull"},')}\n`)).toBe(1);
  });
});
