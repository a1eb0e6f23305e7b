/** Lists that are read a page at a time. */

/** Of things in the order of their numbers. */
export interface PageBounds {
  /** The last number of the page before; 0: from the first. */
  readonly after: number
  /** The most to give. */
  readonly limit: number
}

export interface Page<Item> {
  readonly items: readonly Item[]
  /** Where the next page goes on: the last number of this one; null: there is no more. */
  readonly next: number | null
}
