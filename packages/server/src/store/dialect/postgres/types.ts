/** What comes from PostgreSQL: sums, numbers and times as numbers, as all but made up ones are below 2^53; the rest as texts. */
export const types = {
  getTypeParser: (oid: number): ((text: string) => unknown) => (numeric.has(oid) ? Number : String),
}

/** int8, int2, int4, float8, numeric (https://www.postgresql.org/docs/current/catalog-pg-type.html). */
const numeric = new Set([20, 21, 23, 701, 1_700])
