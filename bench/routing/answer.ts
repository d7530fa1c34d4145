/** The one line of JSON that a solver's program prints. */
export type Answer =
  | {
      /** Its own figure, in the unit of the problem; null without a plan. */
      cost: number | null;
      /** Routes of trips of places: 0 is the depot, and not listed. */
      routes: Trips[] | null;
      /** From the file's being read to the plan. */
      seconds: number;
      iterations: number | null;
      /** Most resident memory of the program, megabytes. Ours only. */
      megabytes?: number;
    }
  /** The solver cannot express the problem. */
  | { refused: string };

export type Trips = number[][];
