export const sitingQueue = 'water-siting';
