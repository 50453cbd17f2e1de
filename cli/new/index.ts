export { newEnvironment, type NewEnvironmentOptions } from './environment.ts';
export { newService, type NewServiceOptions } from './service.ts';
export { newSubsystem, type NewSubsystemOptions } from './subsystem.ts';
