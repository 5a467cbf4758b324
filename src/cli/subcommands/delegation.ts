import type { Family } from '../subcommand.js';
import { delegationReport } from './delegation-report.js';

export const delegation: Family = {
  name: 'delegation',
  summary: 'Says what groups may decide in place of the core.',
  members: [delegationReport],
};
