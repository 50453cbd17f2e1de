export { type Delivery, type Repository } from './delivery.ts';
export { readme } from './readme.ts';
export { bootstrap, FIELD_MANAGER, MARK, type Bootstrap, type BootstrapInput, type BootstrapStep } from './steps.ts';
