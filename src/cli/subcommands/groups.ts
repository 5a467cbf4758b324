import type { Family } from '../subcommand.js';
import { groupsShow } from './groups-show.js';

export const groups: Family = {
  name: 'groups',
  summary: 'Says what is known of the Working and Interest Groups.',
  members: [groupsShow],
};
