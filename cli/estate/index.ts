export { chosenEnvironments, definitionOf, ENVIRONMENTS, environmentNames, ROOT } from './environments.ts';
export { build, buildEnvironment, renderEnvironment, type Rendered } from './estate.ts';
export { inspectFacts } from './inspect-facts.ts';
export { inventory, type Count, type Inventory, type ServiceInventory, type ZoneInventory } from './inventory.ts';
export { explain, explainable, type Explanation, type Fact } from './explanation.ts';
export { readEnvironmentFacts } from './facts.ts';
