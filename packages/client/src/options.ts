/** What whoever uses the client may say, once or with a call. */

export interface BillkeepOptions {
  /**
   * Where the shop is: `https://alice.shops.example.com`, its own domain, `https://shops.example.com/@alice`, or the
   * old platform's `http://alice.justclick.ru`.
   */
  readonly baseUrl: string | URL
  /** For the order API: the account's login, as it is written there. */
  readonly login?: string | undefined
  /** For the order API: the account's API key. It is a secret: keep it on your server, never in a page. */
  readonly key?: string | undefined
  /** For API v1: a token of the shop, `billkeep_…`. */
  readonly token?: string | undefined
  /** How long an attempt may take, in milliseconds, the answer included. Left out: 30,000. */
  readonly timeoutMs?: number | undefined
  /** How often a call that may be repeated is tried again after an attempt that failed. Left out: 2. */
  readonly retries?: number | undefined
  /**
   * Whether an answer of the order API must carry a `Billkeep-Signature` over all of it. Left out: it is checked where
   * there is one, as the old platform sends none.
   */
  readonly requireSignature?: boolean | undefined
  /** Sends requests in place of the runtime's own `fetch`: for proxies, logs, tests. */
  readonly fetch?: Fetch | undefined
}

export interface CallOptions {
  /** Ends the call, and the waiting between attempts; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** As in {@link BillkeepOptions}, for this call. */
  readonly timeoutMs?: number | undefined
  /** As in {@link BillkeepOptions}, for this call. */
  readonly retries?: number | undefined
}

/** Of what changes something over API v1. */
export interface WriteOptions extends CallOptions {
  /**
   * A name of your own for this call: whoever repeats it within 24 hours, another process too, changes nothing twice.
   * Left out: a new one for each call, which its own retries share.
   */
  readonly idempotencyKey?: string | undefined
}

/** Of a function that is called by its name. */
export interface FunctionOptions extends CallOptions {
  /** What only reads is repeated where no answer comes. Left out: `write`. */
  readonly kind?: 'read' | 'write' | undefined
  /** 2: the key itself is sent, as API 2.0 has it. Left out: 1, the call is signed. */
  readonly version?: 1 | 2 | undefined
}

/** As much of `fetch` as the client needs. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>
