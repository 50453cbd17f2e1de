export { admission, type AdmissionOptions } from './admission.ts';
export { policyBindings, type BindingOptions } from './binding.ts';
export { policyParams, type ParamFacts } from './params.ts';
export { admissionPolicy, policyName } from './policy.ts';
export { POD_RESOURCES, POD_VARIABLES, waiverVariables, type CelVariable } from './variables.ts';
