export type {
  Area,
  Bundle,
  CarriedRules,
  CodeSecret,
  Gate,
  IssuerKey,
  IssuerList,
  Purpose,
} from './bundle/bundle.ts';
export { rulesInForce } from './bundle/bundle.ts';
export { type BundleCode, bundleFindings, InvalidBundle } from './bundle/invalid-bundle.ts';
export { type BundleMark, type BundleOrder, compareBundles } from './bundle/newer.ts';
export { type OpenBundle, type OpenOptions, openBundle } from './bundle/open.ts';
export { signBundle } from './bundle/sign.ts';
export { type Ed25519, getEd25519 } from './crypto/ed25519.ts';
export { keyId, makeSigner, type Signer } from './crypto/signer.ts';
export { type Code, type Finding, findings, type Verdict } from './findings.ts';
export { issuePass, PREFIX } from './issue.ts';
export type { VerifyOptions } from './judge.ts';
export { InvalidPass, type PassFault, type PassFaultCode, passFaults } from './pass/faults.ts';
export { lastFourOf, maskName } from './pass/mask.ts';
export type { Kind, Pass, PassId, PersonPass, VehiclePass } from './pass/pass.ts';
export { passQr, type Qr } from './qr.ts';
export type { Say } from './say.ts';
export {
  findStatus,
  makeStatusList,
  type PackedStatusList,
  packStatusList,
  REVOKED,
  type StatusBits,
  type StatusList,
  SUSPENDED,
  setStatus,
  unpackStatusList,
  VALID,
} from './status/status-list.ts';
export { nextAttempt } from './typed/attempts.ts';
export type { TypedPass } from './typed/check.ts';
export { GUESSES, typedCode } from './typed/code.ts';
export { type Verification, verify } from './verify.ts';
