export {
  isTemplateName,
  LONGEST,
  SHEETS,
  TEMPLATE_NAMES,
  VARIABLES,
  type TemplateName,
  type Words,
} from './catalogue.js';
export { NO_TEMPLATES, readTemplates, type ReadTemplates, type TemplateFile } from './check.js';
export { NO_OVERRIDES, TEMPLATES_FOLDER, type Overrides } from './own.js';
export { words } from './words.js';
