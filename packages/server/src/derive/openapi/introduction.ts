/** What is true of all operations, in CommonMark. */
export const introduction = `JSON over HTTP for orders and all that belongs to them.

**Tokens.** Send \`Authorization: Bearer TOKEN\`. \`billkeep token create NAME\` makes one, with the scopes that you name; writing includes
reading. The shop is the token's: it is never a parameter.

**Repeating.** Send an \`Idempotency-Key\` with what changes something: whoever repeats the call with the same key within 24 hours gets
the same answer, and nothing is done twice. The same key with another call is refused with 422.

**Problems.** What goes wrong is answered as \`application/problem+json\` (RFC 9457). Its \`type\` never changes, and leads to a page
that says what to do.

**Pages.** Lists give \`data\` and \`next_cursor\`; send that as \`cursor\` for the page that follows, until it is null. Nothing that is
there all the while is missing or comes twice, whatever is added or changed meanwhile.

**Money and time.** Money is an integer of minor units, hundredths of the shop's currency: 150000 is 1500.00. Times are RFC 3339, answered
in UTC.

**Growing.** New operations, optional fields and fields of answers may be added to v1 at any time; nothing is taken away or renamed.`
