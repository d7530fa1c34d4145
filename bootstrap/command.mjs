// Runs on the platform's Node.js. A command whose launcher was killed has nobody to answer to.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

await import('../apps/cli/main.ts');
