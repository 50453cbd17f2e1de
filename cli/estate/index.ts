export { beFrugal } from './frugal.ts';
export { chosenEnvironments, definitionOf, ENVIRONMENTS, environmentNames, ROOT } from './environments.ts';
export { build, buildEnvironment, buildWith, renderEnvironment, takeTree, type Rendered } from './estate.ts';
export { inspectFacts } from './inspect-facts.ts';
export { inventory, type Count, type Inventory, type ServiceInventory, type ZoneInventory } from './inventory.ts';
export { explain, explainable, type Explanation, type Fact } from './explanation.ts';
export { readEnvironmentFacts, type EditedFacts } from './facts.ts';
export { modelOf } from './model.ts';
