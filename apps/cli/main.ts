import { enableCompileCache } from 'node:module';

// Before anything else is loaded: types are then stripped once, not at every call.
enableCompileCache();
const { dispatch } = await import('./dispatch.ts');
process.exitCode = await dispatch(process.argv.slice(2));
