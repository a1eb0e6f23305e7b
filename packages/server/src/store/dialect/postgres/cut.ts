import { Client, type ClientBase } from 'pg'

/** Ends a connection at once: one that was only closed would wait for a server that says nothing. */
export function cut(client: ClientBase): void {
  if (client instanceof Client) client.connection.stream.destroy()
}
