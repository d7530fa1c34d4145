import '@liangbuwu/office/clock/temporal.ts';

export { backupCommand as run } from '@liangbuwu/office/database/cluster/backup-command.ts';
