export { CREDENTIAL_NAMES, type Credential, type CredentialKind } from './credential.ts';
export { credentialsIn, type Context } from './detect.ts';
export { isSecretMaterial, visitStrings, type Visit } from './strings.ts';
