export { nearest } from '../near.js';
