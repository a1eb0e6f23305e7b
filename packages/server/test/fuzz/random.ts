/** Chance that can be repeated: the same seed gives the same choices, on every machine. */
export class Random {
  #state: number

  /** `stream` sets apart the choices of one seed for different purposes. */
  constructor(seed: number, stream = 0) {
    this.#state = (Math.imul(seed ^ 0x9e_37_79_b9, 0x85_eb_ca_6b) ^ Math.imul(stream + 1, 0xc2_b2_ae_35)) >>> 0
    for (let i = 0; i < 4; i++) this.bits()
  }

  /** 32 bits (mulberry32). */
  bits(): number {
    this.#state = (this.#state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  /** From 0 to `below` - 1. */
  below(below: number): number {
    return Math.floor((this.bits() / 2 ** 32) * below)
  }

  /** From `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** True once in so many. */
  once(inSoMany: number): boolean {
    return this.below(inSoMany) === 0
  }

  pick<Value>(values: readonly Value[]): Value {
    const [value] = values.slice(this.below(values.length))
    // Only an empty list has nothing there, and nobody picks from one.
    return value as Value
  }

  /** Makes one of several things. */
  one<Value>(...makers: readonly (() => Value)[]): Value {
    return this.pick(makers)()
  }

  bytes(count: number): Buffer {
    return Buffer.from(Array.from({ length: count }, () => this.bits() & 0xff))
  }

  /** Characters of an alphabet. */
  text(alphabet: string, count: number): string {
    return Array.from({ length: count }, () => alphabet.charAt(this.below(alphabet.length))).join('')
  }

  list<Value>(count: number, make: (index: number) => Value): Value[] {
    return Array.from({ length: count }, (_, index) => make(index))
  }
}
