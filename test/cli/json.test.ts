import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstFault } from '../../src/cli/json-fault.js';
import { readJson } from '../../src/cli/json.js';

test.each([
  ['', 1, 1, 'the file ends here, and a value is missing.'],
  ['{', 1, 2, 'the file ends here, and a key in quotation marks is missing.'],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'a comma or "}" is missing here.'],
  ['{\n  "a": 1,\n}', 3, 1, 'a key in quotation marks is missing here.'],
  ['[1, 2', 1, 6, 'the file ends here, and a comma or "]" is missing.'],
  ['{"a" 1}', 1, 6, 'a colon is missing here.'],
  ['{"a": tru}', 1, 7, 'a value is missing here.'],
  ['{"a": 01}', 1, 8, 'a comma or "}" is missing here.'],
  ['["\t"]', 1, 2, 'the end of this text, or a stroke in it, is missing here.'],
  ['{} {}', 1, 4, 'the value is over, and something stands behind it.'],
  ['{"a": 1,\n "a": 2}', 2, 2, 'this key is there twice.'],
  ['['.repeat(200), 1, 102, 'this is nested too deep.'],
])('%j is no JSON from line %i, column %i on', (text, line, column, message) => {
  expect(readJson(text)).toEqual({ ok: false, line, column, message });
});

test('a part is found where it stands, and one that is missing in what should hold it', () => {
  const read = readJson('{\n  "list": [\n    { "a": 1 },\n    { "b": 2 }\n  ]\n}');
  if (!read.ok) throw new Error(read.message);
  expect(read.value).toEqual({ list: [{ a: 1 }, { b: 2 }] });
  expect(read.placeOf(['list', 1, 'b'])).toEqual({ line: 4, column: 12 });
  expect(read.placeOf(['list', 1, 'a'])).toEqual({ line: 4, column: 5 });
  expect(read.placeOf(['nothing'])).toEqual({ line: 1, column: 1 });
});

test('what JSON.parse takes is taken, and nothing else', () => {
  fc.assert(fc.property(fc.json(), (text) => firstFault(text) === null));
  const near = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '0', 'x', '\\', '\n', '\u0001'));
  fc.assert(
    fc.property(near, ([text, place, written]) => {
      const at = text.length === 0 ? 0 : place % text.length;
      const spoiled = text.slice(0, at) + written + text.slice(at + 1);
      return (firstFault(spoiled) === null) === parses(spoiled);
    }),
    { numRuns: 2000 },
  );
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
