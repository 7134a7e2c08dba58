/** How many features a candidate has. */
export const FEATURES = 118;

/** The features of one candidate that are not zero: their places and values, `count` of each. */
export interface Features {
  readonly places: Uint8Array;
  readonly values: Float64Array;
  readonly count: number;
}

/** Features as they are gathered, one candidate after the other in the same memory. */
export class Row implements Features {
  readonly places = new Uint8Array(FEATURES);
  readonly values = new Float64Array(FEATURES);
  count = 0;
  private at = 0;

  /** Forgets all and goes on at a place. */
  start(at: number): void {
    this.count = 0;
    this.at = at;
  }

  put(value: number | boolean): void {
    const number = Number(value);
    if (number !== 0) {
      this.places[this.count] = this.at;
      this.values[this.count++] = number;
    }
    this.at++;
  }

  copy(): Features {
    return { places: this.places.slice(0, this.count), values: this.values.slice(0, this.count), count: this.count };
  }
}
