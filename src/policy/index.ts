/** Policy tests: stories that say what must come of some rules, played by the functions that the app judges by. */
export type { Compared } from './compare.js';
export { storyJsonSchema } from './json-schema.js';
export { playStory, type Failure, type Look, type StoryResult } from './play.js';
export { readStories, type StoriesRead, type StoryText } from './read.js';
export type { OwnRules } from './rules.js';
export type { Story, StoryPlace } from './story.js';
export { transcript } from './transcript.js';
