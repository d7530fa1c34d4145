/** What is asked of every plan. `told`: by the page that the demonstration goes by; all else is set for it and may be otherwise elsewhere. */
export const asked = {
  /** 晨午晚检: told. */
  checksADay: 3,
  maskDays: 7,
  masksADay: 1,
  thermometers: 1,
  isolationRooms: 1,
  disinfectedWithinDays: 7,
  testedWithinDays: 2,
  /** How many one sampler takes samples of: told. */
  peopleASampler: 360,
} as const;

/** Hours that each step may take, set for the demonstration. */
export const hoursFor = {
  submitted: 48,
  inspected: 24,
  assessed: 24,
  'sent-back': 48,
} as const;
