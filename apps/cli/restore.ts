import '@liangbuwu/office/clock/temporal.ts';

export { restoreCommand as run } from '@liangbuwu/office/database/cluster/backup-command.ts';
