/** Set here, no page tells them. */
export const questionSettings = {
  /** Hours within which an answer is promised. */
  answerWithin: 24,
  /** Open questions of one family at a time. */
  mostOfFamily: 5,
  /** Open questions that were asked on a school’s public page at a time. */
  mostOfPage: 100,
};
