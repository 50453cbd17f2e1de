export { configData } from './config-data.ts';
