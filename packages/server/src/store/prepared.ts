/** Statements that are built once, in Kysely's typed vocabulary, and run with other arguments each time. */
import { type Compilable, type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from './schema.ts'

export type Value = string | number | null
export type Arguments = Readonly<Record<string, Value>>

/** Stands in a statement for the argument of that name. */
class Placeholder {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/** A statement as a database takes it. */
export interface Compiled {
  readonly sql: string
  /** The values of its parameters, in order. */
  readonly bind: (args: Arguments) => Value[]
}

export interface Prepared<Args extends Arguments, Row> {
  /** In the dialect of that database; built at the first call. */
  compiledFor(kysely: Kysely<Tables>): Compiled
  /** Only for the compiler: what goes in, what comes out. */
  readonly types?: (args: Args) => Row
}

export type Argument<Args extends Arguments> = <Name extends keyof Args & string>(name: Name) => RawBuilder<Args[Name]>

/** `prepared<{ shopId: number }>()((db, arg) => db.selectFrom('orders').where('shop_id', '=', arg('shopId')))`. */
export function prepared<Args extends Arguments = Arguments>() {
  return <Row>(build: (kysely: Kysely<Tables>, arg: Argument<Args>) => Compilable<Row>): Prepared<Args, Row> => {
    const compiled = new WeakMap<Kysely<Tables>, Compiled>()
    return {
      compiledFor(kysely) {
        const known = compiled.get(kysely)
        if (known !== undefined) return known
        const made = compile(build(kysely, (name) => sql`${new Placeholder(name)}`))
        compiled.set(kysely, made)
        return made
      },
    }
  }
}

function compile(query: Compilable): Compiled {
  const { sql: text, parameters } = query.compile()
  return {
    sql: text,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Kysely was given no others, and arguments are typed
    bind: (args) => parameters.map((value) => (value instanceof Placeholder ? args[value.name] : value) as Value),
  }
}
