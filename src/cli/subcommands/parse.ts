import { resolve } from 'node:path';
import { parseToJson, readProposal, type Proposal } from '../../proposal/index.js';
import { card } from '../card.js';
import { readNamedFile } from '../disk.js';
import { complain, EXIT, printJson } from '../io.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { painter } from '../terminal.js';

export const parse = subcommand({
  name: 'parse',
  usage: 'parse [--json] FILE...',
  summary: 'Reads the preamble of each proposal, and says what was hard to read.',
  help: [
    'Without --json: for each file its title, status, type, date, authors, sponsor, group and links, and what is to be said about them, with line and column.',
    'With --json: an array with an object for each file: path (as given); number (from the name of the file) and headingNumber; title; status (proposal, draft, in-review, accepted, rejected, withdrawn, final, superseded or dormant) and statusRaw; type (Standards Track, Informational, Process or Extensions Track); created (YYYY-MM-DD); authors (objects with those of name, github, email, affiliation, role and group that are known) and authorGroup; sponsor (the first) and sponsors; workingGroup; pr, issue; supersedes, requires, related (numbers); extensionIdentifier; accepted (date, yes, no, absent, raw); diagnostics (code, severity, line, column, message). What is not known is null or empty.',
    'Exit status: 0 where all could be read, 1 where a diagnostic is an error, 2 where a file could not be opened; the other files are printed all the same.',
  ],
  examples: [
    { line: 'convenor parse seps/0000-my-idea.md', says: 'See what Convenor reads in a proposal.' },
    { line: 'convenor parse --json seps/*.md', says: 'Read all of them for another program.' },
  ],
  options: { json: JSON_OPTION },
  operands: { min: 1, max: Infinity, noun: 'at least one file' },
  async run({ values, operands }, io) {
    const read: { path: string; proposal: Proposal }[] = [];
    for (const path of operands) {
      const file = await readNamedFile(resolve(io.cwd, path));
      if (file.ok) read.push({ path, proposal: readProposal(file.bytes, { path }) });
      else complain(io, `"${path}" ${file.refusal.message}. ${file.refusal.help}`);
    }
    if (values.json === true) {
      printJson(
        io,
        read.map(({ path, proposal }) => parseToJson(path, proposal)),
      );
    } else {
      const paint = painter(io);
      io.stdout.write(read.flatMap(({ path, proposal }) => [...card(path, proposal, paint), '']).join('\n'));
    }
    if (read.length < operands.length) return EXIT.wrongUse;
    const wrong = read.some(({ proposal }) => proposal.diagnostics.some(({ severity }) => severity === 'error'));
    return wrong ? EXIT.findings : EXIT.fine;
  },
});
