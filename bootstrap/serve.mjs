import { endWithNpm } from './end-with-npm.mjs';

// Runs on the platform's Node.js, below a launcher on an older one or in the launcher's own process.
const stop = () => process.kill(process.pid, 'SIGTERM');
if (process.channel) {
  process.on('disconnect', stop);
  process.channel.unref();
} else {
  endWithNpm(stop);
}

await import('../apps/server/main.ts');
