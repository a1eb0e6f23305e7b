/** An error whose message is all that the user needs to read. */
export class SetupError extends Error {}
